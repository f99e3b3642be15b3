import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { identification } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useDelayed } from '../../ui/use-delayed.ts'
import { CONSOLE_SEARCH } from './console-search.ts'
import { useDeskSearch } from './desk-search.ts'
import { useFound } from './use-found.ts'
import { useGo } from './use-go.ts'

const PAUSE_MS = 150

/** Finds cases and places from every workspace. */
export function ConsoleSearch() {
  const { t } = useTranslation()
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const wanted = useDelayed(text.trim(), PAUSE_MS)
  const { cases, places, fault, waiting } = useFound(wanted)
  const desk = useDeskSearch()
  const go = useGo()
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
    <SearchField
      id={CONSOLE_SEARCH}
      className="console-search"
      input={input}
      text={text}
      words={{ label: t('console.search'), placeholder: t('console.searchHint') }}
      hotKey={desk?.key}
      list={{ id: list, shown, active: rows[active] && `${list}-${active}` }}
      onText={(next) => {
        setText(next)
        setActive(0)
        setOpen(true)
      }}
      onKey={walk}
      onOpen={() => setOpen(true)}
      onLeave={() => setOpen(false)}
    >
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
    </SearchField>
  )
}
