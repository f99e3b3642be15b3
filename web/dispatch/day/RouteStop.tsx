import { useTranslation } from 'react-i18next'
import type { PlanStop } from '../../../server/contract/day-plan.ts'
import { useCrewName } from '../../case/queries.ts'
import { clock, duration, moment } from '../../format.ts'
import { Check } from '../../ui/Check.tsx'
import type { Desk } from '../desk/use-desk.ts'
import { useOutcomeWords } from '../queue/use-outcome-words.ts'
import { isWanted } from './day-choice.ts'
import type { DayPlanning } from './use-day.tsx'

interface RouteStopProps {
  stop: PlanStop
  order: number
  desk: Desk
  planning: DayPlanning
}

/** A stop: when the crew is there, what it is, how long it takes and whether it is in time; and what became of it when it was accepted. */
export function RouteStop({ stop, order, desk, planning }: RouteStopProps) {
  const { t } = useTranslation()
  const crewName = useCrewName()
  const { whyWords } = useOutcomeWords()
  const { caseId, problem, address, arrivalAt, dueAt, minutes, serviceMinutes, lateMinutes, isNew, takenFrom } = stop
  const { unwanted, staleness, want } = planning
  const title = `${address} ${problem}`
  const isTaken = staleness?.taken.has(caseId) ?? false
  const known = standing()
  return (
    <li className="day-stop">
      <span className="day-stop-check">
        {isNew && !isTaken ? (
          <Check checked={isWanted(stop, unwanted)} onChange={(on) => want([caseId], on)}>
            <span className="hidden">{t('day.chooseStop', { title })}</span>
          </Check>
        ) : null}
      </span>
      <i className="day-order">{order}</i>
      <button type="button" className="day-press day-stop-open" onClick={() => desk.show(caseId)}>
        <span className="day-stop-what">
          <time>{clock(arrivalAt)}</time>
          <b className="day-stop-name" title={title}>
            {problem} <small>{address}</small>
          </b>
        </span>
        <small>
          {t('day.stopTimes', { way: duration(minutes * 60), work: duration(serviceMinutes * 60) })}{' '}
          {dueAt ? t('day.due', { time: moment(dueAt, desk.now) }) : t('day.noDue')}{' '}
          {lateMinutes >= 1 ? (
            <em className="is-late">{t('day.lateBy', { time: duration(lateMinutes * 60) })}</em>
          ) : null}
        </small>
        {known ? <small className="day-standing">{known}</small> : null}
      </button>
    </li>
  )

  function standing(): string | undefined {
    if (desk.bulk.pending.has(caseId)) return t('desk.pending')
    const refused = desk.bulk.last?.undone ? undefined : desk.bulk.last?.refused.find(({ id }) => id === caseId)
    if (refused) return t('day.refused', { why: whyWords(refused.refused) })
    if (isTaken) return t('day.taken')
    if (staleness?.changed.includes(caseId)) return t('day.changedOne')
    if (!isNew) return t('day.hasAlready')
    return takenFrom === null ? undefined : t('day.takenFrom', { crew: crewName(takenFrom) ?? takenFrom })
  }
}
