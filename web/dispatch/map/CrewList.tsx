import './lists.css'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RankedCrew } from '../../../server/contract/recommendation.ts'
import { useCrews } from '../../case/queries.ts'
import { duration } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import type { DeskCrew } from '../desk/desk-crew.ts'
import { type CrewRow, crewRows } from './crew-rows.ts'

interface CrewListProps {
  crews: readonly DeskCrew[]
  ranked: readonly RankedCrew[]
  /** Unix ms. */
  now: number
  open: boolean
  onToggle: () => void
  /** The crew whose row is marked. */
  chosen: string | null
  onCrew: (id: string) => void
  /** So many cases would be dispatched: the chosen ones, else the opened one. */
  cases: number
  onDispatch: (crewId: string) => void
}

/** The crews of the map in words: where, how old, how much in hand, and the same dispatch that a drag does (X21). */
export function CrewList(props: CrewListProps) {
  const { crews, ranked, now, open, onToggle, chosen, cases } = props
  const { t } = useTranslation()
  const read = useCrews().data
  const loads = useMemo(() => new Map((read ?? []).map(({ id, openCases }) => [id, openCases])), [read])
  const rows = open ? crewRows(crews, ranked, loads, now) : []
  const onDuty = crews.filter(({ crew }) => crew.onDuty && crew.endedAt === null).length
  return (
    <section className={`desk-crews ${open ? 'is-open' : ''}`} aria-label={t('dispatch.map.crews')}>
      <button type="button" className="desk-crews-head" aria-expanded={open} onClick={onToggle}>
        <span>{t('dispatch.map.crewCount', { n: onDuty })}</span>
        {open ? <small>{t('dispatch.map.onDutyOf', { n: rows.length })}</small> : null}
        <i aria-hidden="true">{open ? '▴' : '▾'}</i>
      </button>
      {open ? (
        <>
          <ul>
            {rows.map((row) => (
              <Row key={row.id} row={row} isChosen={row.id === chosen} {...props} />
            ))}
          </ul>
          <p className="desk-crews-foot">
            {cases > 0 ? t('dispatch.map.dispatches', { count: cases }) : t('dispatch.map.openFirst')}
          </p>
        </>
      ) : null}
    </section>
  )
}

type RowProps = Pick<CrewListProps, 'onCrew' | 'cases' | 'onDispatch'> & { row: CrewRow; isChosen: boolean }

function Row({ row, isChosen, onCrew, cases, onDispatch }: RowProps) {
  const { t } = useTranslation()
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const age = row.ageMinutes
  const place =
    age === null
      ? t('dispatch.map.noPlace')
      : row.stale
        ? t('dispatch.map.placeAgo', { time: duration(age * 60) })
        : age === 0
          ? t('dispatch.map.placeNow')
          : t('dispatch.map.placeAgo', { time: duration(age * 60) })
  const load = row.load === undefined ? '' : t('dispatch.map.load', { n: row.load, of: row.loadLimit })
  return (
    <li
      ref={line}
      className={`${isChosen ? 'is-chosen' : ''} ${row.onDuty && !row.stale ? '' : 'is-quiet'}`}
      data-crew={row.id}
    >
      <button type="button" className="desk-crew-name" disabled={age === null} onClick={() => onCrew(row.id)}>
        {row.rank === null ? <i className={row.stale ? 'dot is-stale' : 'dot'} aria-hidden="true" /> : null}
        {row.rank === null ? null : (
          <i className="rank" role="img" aria-label={t('dispatch.map.rank', { n: row.rank })}>
            {row.rank}
          </i>
        )}
        <span className="desk-crew-words">
          <span>{row.name}</span>
          <small>{[row.onDuty ? place : t('dispatch.map.offDuty'), load].filter(Boolean).join('　')}</small>
        </span>
      </button>
      <Button
        small
        disabled={cases === 0}
        aria-label={t('dispatch.map.dispatchTo', { crew: row.name })}
        onClick={() => onDispatch(row.id)}
      >
        {t('caseAction.dispatch')}
      </Button>
    </li>
  )
}
