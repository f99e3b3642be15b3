import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getFigures } from '../../api-desk.ts'
import { clock, number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { barsUntil, hoursOf } from './day-hours.ts'

const LOOK_EVERY_MS = 60_000
const HEIGHT = 24
/** An hour with a case has to be seen beside one with a hundred. */
const LEAST = 3
const NONE: number[] = Array.from({ length: 24 }, () => 0)

const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

interface DayBarProps {
  /** Unix ms, by the server's clock. */
  now: number
  /** Undefined where nobody is to be looked back at. */
  onLookBack: (() => void) | undefined
}

/** The day so far: what came in each hour, the present, and the way back into it. */
export function DayBar({ now, onLookBack }: DayBarProps) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['figures'],
    queryFn: ({ signal }) => getFigures(signal),
    refetchInterval: LOOK_EVERY_MS,
    staleTime: LOOK_EVERY_MS,
  })
  const bars = barsUntil(data ? hoursOf(data.sources) : NONE, now)
  const first = bars[0]?.hour ?? 0
  const said = data
    ? t('desk.dayCame', { n: number(data.received.today), before: number(data.received.sameTimeYesterday) })
    : t('desk.dayUnknown')
  return (
    <section className="day-bar" aria-label={t('desk.day')}>
      <span className="day-bar-from">{hourText(first)}</span>
      <div className="day-bar-hours" role="img" aria-label={said} title={said}>
        {bars.map(({ hour, count, share }) => (
          <span
            key={hour}
            title={t('desk.dayHour', { from: hourText(hour), to: hourText(hour + 1), n: number(count) })}
          >
            {count > 0 ? <i style={{ height: Math.max(LEAST, share * HEIGHT) }} /> : null}
          </span>
        ))}
      </div>
      <span className="day-bar-now">{t('desk.now', { time: clock(now) })}</span>
      <Button small onClick={onLookBack} disabled={!onLookBack}>
        {t('desk.lookBack')}
      </Button>
    </section>
  )
}
