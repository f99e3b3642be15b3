import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { boxAbout } from './box-around.ts'
import { useSpotDesk } from './spot-desk.tsx'
import { usePlaceNames } from './use-place-names.ts'

const AT_FIRST = 40

/** The list; a row and its cell on the map are chosen together. */
export function SpotList() {
  const { t } = useTranslation()
  const { search, reading, choose } = useSpotDesk()
  const { rows, heading, none, isPassing, file } = reading
  const [all, setAll] = useState(false)
  const nameOf = usePlaceNames()
  const list = useRef<HTMLOListElement>(null)
  const { spot } = search
  const pick = (id: string): void => {
    const ring = reading.cells.find((cell) => cell.id === id)?.ring
    if (id === spot) choose(undefined)
    else choose(id, ring && boxAbout(ring))
  }
  useEffect(() => {
    if (spot) list.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [spot])
  return (
    <>
      <header className="spot-list-head">
        <h2>{heading.name}</h2>
        <span>{heading.value}</span>
      </header>
      {rows.length === 0 ? <p className="spot-none">{none}</p> : null}
      <ol ref={list} className={`spot-rows ${isPassing ? 'is-passing' : ''}`}>
        {rows.slice(0, all ? rows.length : AT_FIRST).map(({ id, name, value, note, sign }, at) => (
          <li key={id}>
            <button type="button" aria-pressed={id === spot} onClick={() => pick(id)}>
              <i>{at + 1}</i>
              <span>{name ?? nameOf(id)}</span>
              <em className={sign === undefined ? '' : sign > 0 ? 'is-more' : sign < 0 ? 'is-less' : ''}>{value}</em>
              {note ? <small>{note}</small> : null}
            </button>
          </li>
        ))}
      </ol>
      <div className="spot-files">
        {!all && rows.length > AT_FIRST ? (
          <Button small look="quiet" onClick={() => setAll(true)}>
            {t('spots.showAll', { n: number(rows.length) })}
          </Button>
        ) : null}
        {file ? (
          <span>
            {t('spots.keep')}{' '}
            {(['csv', 'geojson'] as const)
              .map((format) => ({ format, href: file(format) }))
              .filter(({ href }) => href !== '')
              .map(({ format, href }) => (
                <a key={format} href={href} download>
                  {format === 'csv' ? 'CSV' : 'GeoJSON'}
                </a>
              ))}
          </span>
        ) : null}
      </div>
    </>
  )
}
