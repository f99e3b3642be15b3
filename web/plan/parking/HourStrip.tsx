import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'

/** From noon to noon, so that the night is in one piece. */
const FROM = 12

/** Cases by the hour of the day; hours that are not looked at are hatched, which is not nought. */
export function HourStrip({ hours, name }: { hours: readonly (number | null)[]; name: string }) {
  const { t } = useTranslation()
  const order = Array.from({ length: 24 }, (_, i) => (FROM + i) % 24)
  const most = Math.max(1, ...hours.map((count) => count ?? 0))
  const peak = hours.some((count) => (count ?? 0) > 0) ? hours.indexOf(most) : -1
  return (
    <figure className="hour-strip">
      <figcaption>
        <h3>{name}</h3>
        <span>
          {peak < 0
            ? t('parking.noPeak')
            : t('parking.peak', { hour: pad(peak), next: pad((peak + 1) % 24), n: number(most) })}
        </span>
      </figcaption>
      <ol>
        {order.map((hour) => {
          const count = hours[hour] ?? null
          const words =
            count === null
              ? t('parking.hourDay', { hour: pad(hour) })
              : t('parking.hourCases', { hour: pad(hour), n: number(count) })
          return (
            <li key={hour} title={words} className={hourClass(count, hour === peak)}>
              <i style={{ height: count === null ? '100%' : `${(count / most) * 100}%` }} />
              <span className="hidden">{words}</span>
              {hour % 3 === 0 ? <small aria-hidden="true">{pad(hour)}</small> : null}
            </li>
          )
        })}
      </ol>
      <p>{t('parking.dayNote')}</p>
    </figure>
  )
}

const pad = (hour: number): string => String(hour).padStart(2, '0')
const hourClass = (count: number | null, isPeak: boolean): string | undefined =>
  count === null ? 'is-day' : isPeak ? 'is-peak' : undefined
