import { Link } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Case } from '../../../server/contract/case.ts'
import { lightOfCase } from '../../../server/contract/case-light.ts'
import type { BusinessCalendar } from '../../../server/contract/work-calendar.ts'
import { firstClock, isWorking, leftWords, usedShare } from '../../case/clock-words.ts'
import { useCrewName, useUnitName, useWorkCalendar } from '../../case/queries.ts'
import { moment } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'

interface CaseTableProps {
  cases: readonly Case[]
  now: number
  table: RefObject<HTMLTableElement | null>
}

export function CaseTable({ cases, now, table }: CaseTableProps) {
  const { t } = useTranslation()
  const crewName = useCrewName()
  const unitName = useUnitName()
  const calendar = useWorkCalendar()
  return (
    <table className="case-table" ref={table}>
      <thead>
        <tr>
          <th scope="col">{t('cases.light')}</th>
          <th scope="col">{t('cases.problem')}</th>
          <th scope="col">{t('cases.status')}</th>
          <th scope="col">{t('cases.source')}</th>
          <th scope="col">{t('cases.owner')}</th>
          <th scope="col">{t('cases.crew')}</th>
          <th scope="col">{t('cases.received')}</th>
          <th scope="col">{t('cases.number')}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((one) => (
          <tr key={one.id} className={`is-${lightOfCase(one, now)}`}>
            <td>
              <TimeLeft of={one} now={now} calendar={calendar} />
            </td>
            <th scope="row">
              <Link to="/cases/$number" params={{ number: one.number }} data-row>
                <b>{one.problem}</b> <span>{one.address}</span>
              </Link>
            </th>
            <td>
              {t(`caseStatus.${one.status}`)}
              {one.reworks > 0 ? <small>{t('cases.reworks', { n: one.reworks })}</small> : null}
            </td>
            <td>{t(`source.${one.source}`)}</td>
            <td>{unitName(one.owner?.unit) ?? t('cases.noOwner')}</td>
            <td>{crewName(one.crewId) ?? ''}</td>
            <td className="figure">{moment(one.receivedAt, now)}</td>
            <td className="figure">{one.number}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface TimeLeftProps {
  of: Case
  now: number
  calendar: BusinessCalendar | undefined
}

/** The state in its shape, the time in words, and below it the share that is used. */
function TimeLeft({ of, now, calendar }: TimeLeftProps) {
  const { t } = useTranslation()
  const state = lightOfCase(of, now)
  const first = firstClock(of)
  const words =
    first?.dueAt != null
      ? leftWords(Date.parse(first.dueAt), now, { inWorkingTime: isWorking(first), calendar })
      : of.closedAt
        ? t('cases.endedAt', { time: moment(of.closedAt, now) })
        : t('cases.noClock')
  return (
    <span className="time-left">
      <StateMark state={state} size={16} label={t(`state.${state}`)} />
      <span className={`ink-${state}`}>{words}</span>
      {first ? <i style={{ width: `${usedShare(first, now) * 100}%` }} /> : null}
    </span>
  )
}
