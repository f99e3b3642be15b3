import '../../ui/search.css'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LayerPicture, SearchHit } from '../../api.ts'
import { Kbd } from '../../ui/Kbd.tsx'
import { useDelayed } from '../../ui/use-delayed.ts'
import { useSearch } from '../queries.ts'
import { keepRecent, readRecent } from './recent-searches.ts'
import { SearchResults } from './SearchResults.tsx'

interface SearchBoxProps {
  layers: LayerPicture[] | undefined
  onPick: (hit: SearchHit) => void
  input: RefObject<HTMLInputElement | null>
}

/** Looks by name, code, road and pinyin. A combobox: the keyboard stays in the field while the arrows walk the list. */
export function SearchBox({ layers, onPick, input }: SearchBoxProps) {
  const { t } = useTranslation()
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const wanted = useDelayed(text.trim(), 150)
  const found = useSearch(wanted)
  const recent = wanted === '' && open ? readRecent() : []
  const hits = wanted === '' ? recent : (found.data ?? [])

  useEffect(() => {
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [])

  const pick = (hit: SearchHit): void => {
    keepRecent(hit)
    setOpen(false)
    setText('')
    input.current?.blur()
    onPick(hit)
  }
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) {
      event.preventDefault()
      setOpen(true)
      setActive((before) => (before + step + hits.length) % hits.length)
    }
    const hit = hits[active]
    if (event.key === 'Enter' && open && hit) pick(hit)
    if (event.key === 'Escape') {
      event.stopPropagation()
      if (text === '') input.current?.blur()
      setText('')
      setOpen(false)
    }
  }
  const shown = open && (wanted !== '' || recent.length > 0)
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every browser that offices run
    <div ref={box} className="search" role="search">
      <input
        ref={input}
        type="text"
        role="combobox"
        value={text}
        placeholder={t('search.placeholder')}
        aria-label={t('search.label')}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits[active] ? `${list}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        onFocus={() => setOpen(true)}
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onKeyDown={walk}
      />
      <Kbd>/</Kbd>
      {shown ? (
        <SearchResults
          id={list}
          text={wanted}
          hits={hits}
          layers={layers}
          active={active}
          fault={found.error}
          waiting={found.isFetching && hits.length === 0}
          onPick={pick}
        />
      ) : (
        <div id={list} hidden />
      )}
    </div>
  )
}
