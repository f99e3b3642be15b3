import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { WallEvent, WallFigures } from '../../server/contract/wall.ts'
import { clock, moment } from '../format.ts'
import { StateMark } from '../icons/StateMark.tsx'
import { outcomeOf, whatIs } from './event-words.ts'

const ROWS = 4
/** So long the newest is news. */
const NEW_MS = 10 * 60_000

/** The last events of the city, the newest first and marked. A new one comes in once and then stays quiet. */
export const WallTicker = memo(function WallTicker({
  events,
  crews,
  now,
}: {
  events: readonly WallEvent[] | undefined
  crews: WallFigures['crews'] | undefined
  now: number
}) {
  const { t } = useTranslation()
  if (events?.length === 0)
    return (
      <p className="wall-events-none" role="status">
        {t('wall.noEvents', { time: clock(now) })}
      </p>
    )
  return (
    <ol className="wall-events" aria-label={t('wall.events')}>
      {events?.slice(0, ROWS).map((event, index) => (
        <li key={event.id} className={index === 0 && now - Date.parse(event.at) < NEW_MS ? 'is-new' : undefined}>
          <time>{shortMoment(event.at, now)}</time>
          <StateMark state={event.state} label={t(`state.${event.state}`)} />
          <b>{whatIs(event)}</b>
          <span className="wall-event-what">
            {event.place} {event.problem}
          </span>
          <i>{outcomeOf(event, { now, crews })}</i>
        </li>
      ))}
    </ol>
  )
})

/** 21:36 of the last day, else with its day: 11-20 21:36. */
const shortMoment = (at: string, now: number): string =>
  now - Date.parse(at) < 43_200_000 ? clock(at) : moment(at, now)
