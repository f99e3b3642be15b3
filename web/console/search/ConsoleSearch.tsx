import '../../ui/search.css'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { identification } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { useDelayed } from '../../ui/use-delayed.ts'
import { CONSOLE_SEARCH } from './console-search.ts'
import { useDeskSearch } from './desk-search.ts'
import { useFound } from './use-found.ts'
import { useGo } from './use-go.ts'

const PAUSE_MS = 150

/** Finds cases and places from every workspace. A combobox: the keyboard stays in the field while the arrows walk the list. */
export function ConsoleSearch() {
  const { t } = useTranslation()
  const list = useId()
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const wanted = useDelayed(text.trim(), PAUSE_MS)
  const { cases, places, fault, waiting } = useFound(wanted)
  const desk = useDeskSearch()
  const go = useGo()
  useEffect(() => {
    const leave = (event: PointerEvent): void => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    return () => document.removeEventListener('pointerdown', leave)
  }, [])
  const leave = (): void => {
    setOpen(false)
    setText('')
    input.current?.blur()
  }
  const rows = [
    ...cases.map((of) => ({
      key: `case ${of.number}`,
      go: () => go.toCase(of.number),
      mark: <StateMark state={of.state} size={14} label={t(`state.${of.state}`)} />,
      words: [of.title, t(`caseStatus.${of.status}`), of.number],
    })),
    ...places.map((hit) => ({
      key: `${hit.kind} ${hit.id} ${hit.location.join(' ')}`,
      go: () => go.toPlace(hit),
      mark: <span />,
      words: [
        hit.name,
        hit.name.includes(hit.where) ? '' : hit.where,
        hit.kind === 'thing' ? identification(hit.id) : t(hit.kind === 'road' ? 'search.road' : 'search.place'),
      ],
    })),
  ]
  const shown = open && wanted !== ''
  const choose = (row: (typeof rows)[number] | undefined): void => {
    if (!row) return
    leave()
    row.go()
  }
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && rows.length > 0) {
      event.preventDefault()
      setActive((before) => (before + step + rows.length) % rows.length)
    }
    if (event.key === 'Enter' && shown && wanted === text.trim()) choose(rows[active])
    if (event.key === 'Escape') {
      event.stopPropagation()
      leave()
    }
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not yet known to every browser that offices run
    <div ref={box} className="search console-search" role="search">
      <input
        ref={input}
        id={CONSOLE_SEARCH}
        type="text"
        role="combobox"
        value={text}
        placeholder={t('console.searchHint')}
        aria-label={t('console.search')}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && rows[active] ? `${list}-${active}` : undefined}
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
      {desk?.key ? <Kbd>{desk.key}</Kbd> : null}
      <div className={shown ? 'search-results' : 'hidden'}>
        <div id={list} role="listbox" aria-label={t('search.results')}>
          {(shown ? rows : []).map(({ key, mark, words: [name, where, code], ...row }, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the combobox's, which points here
            <div
              key={key}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="search-hit"
              onClick={() => choose({ key, mark, words: [], ...row })}
            >
              {mark}
              <span className="search-name">{name}</span>
              <small>{where}</small>
              <code>{code}</code>
            </div>
          ))}
        </div>
        {shown && fault ? <p role="status">{t('search.failed')}</p> : null}
        {shown && !fault && !waiting && rows.length === 0 ? (
          <p role="status">{t('console.searchNone', { text: wanted })}</p>
        ) : null}
      </div>
    </div>
  )
}
