import { useTranslation } from 'react-i18next'
import type { PlanRoute } from '../../../server/contract/day-plan.ts'
import { duration } from '../../format.ts'
import { Check } from '../../ui/Check.tsx'
import { briefName } from '../case/brief-name.ts'
import type { Desk } from '../desk/use-desk.ts'
import { newStops, shareOf } from './day-choice.ts'
import { RouteStop } from './RouteStop.tsx'
import type { DayPlanning } from './use-day.tsx'

interface CrewRouteProps {
  route: PlanRoute
  desk: Desk
  planning: DayPlanning
}

/** One crew's day in a line, which opens to its stops; the open one is drawn through on the map. */
export function CrewRoute({ route, desk, planning }: CrewRouteProps) {
  const { t } = useTranslation()
  const { crewId, name, stops, minutes, lateMinutes } = route
  const { unwanted, staleness, focused, setFocused, want, lookAt } = planning
  const isOpen = focused === crewId
  const taken = staleness?.taken
  const waiting = stops.filter(({ caseId }) => !taken?.has(caseId))
  const news = newStops(waiting)
  const share = shareOf(waiting, unwanted)
  const isTaken = news.length === 0 && waiting.length < stops.length
  const open = (): void => {
    setFocused(isOpen ? undefined : crewId)
    if (!isOpen) lookAt(route)
  }
  return (
    <li className={`day-item ${isOpen ? 'is-open' : ''}`}>
      <div className="day-crew">
        {news.length > 0 ? (
          <Check
            checked={share === 'all'}
            partly={share === 'some'}
            onChange={(on) =>
              want(
                news.map(({ caseId }) => caseId),
                on,
              )
            }
          >
            <span className="hidden">{t('day.chooseCrew', { name })}</span>
          </Check>
        ) : (
          <span />
        )}
        <button type="button" className="day-press day-crew-open" aria-expanded={isOpen} onClick={open}>
          <b className="day-crew-name">{briefName(name)}</b>
          <span className="day-crew-fact">{t('day.stops', { count: stops.length })}</span>
          <span className="day-crew-fact">
            {isTaken ? t('day.taken') : t('day.drives', { time: duration(minutes * 60) })}
          </span>
          <em className={`day-crew-fact ${lateMinutes >= 1 ? 'is-late' : ''}`}>
            {lateMinutes >= 1 ? t('day.lateBy', { time: duration(lateMinutes * 60) }) : t('day.inTime')}
          </em>
        </button>
      </div>
      {isOpen ? (
        <ol className="day-stops">
          {stops.map((stop, at) => (
            <RouteStop key={stop.caseId} stop={stop} order={at + 1} desk={desk} planning={planning} />
          ))}
        </ol>
      ) : null}
    </li>
  )
}
