import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LayerPicture, SearchHit } from '../../api.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { useDelayed } from '../../ui/use-delayed.ts'
import { useSearch } from '../queries.ts'
import { keepRecent, readRecent } from './recent-searches.ts'
import { SearchResults } from './SearchResults.tsx'

interface SearchBoxProps {
  layers: LayerPicture[] | undefined
  onPick: (hit: SearchHit) => void
  input: RefObject<HTMLInputElement | null>
}

/** Looks by name, code, road and pinyin. */
export function SearchBox({ layers, onPick, input }: SearchBoxProps) {
  const { t } = useTranslation()
  const list = useId()
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const wanted = useDelayed(text.trim(), 150)
  const found = useSearch(wanted)
  const recent = wanted === '' && open ? readRecent() : []
  const hits = wanted === '' ? recent : (found.data ?? [])

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
    <SearchField
      input={input}
      text={text}
      words={{ label: t('search.label'), placeholder: t('search.placeholder') }}
      hotKey="/"
      list={{ id: list, shown, active: hits[active] && `${list}-${active}` }}
      onText={(next) => {
        setText(next)
        setActive(0)
        setOpen(true)
      }}
      onKey={walk}
      onOpen={() => setOpen(true)}
      onLeave={() => setOpen(false)}
    >
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
    </SearchField>
  )
}
