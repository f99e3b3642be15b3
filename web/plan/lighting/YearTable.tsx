import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNow } from '../../console/use-now.ts'
import { clock, dayOf, number } from '../../format.ts'
import { useLighting } from './lighting-desk.tsx'

const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'))

/** When the lamps go on and off, night by night of one month. */
export function YearTable() {
  const { t } = useTranslation()
  const { year } = useLighting()
  const today = dayOf(useNow(3_600_000))
  const [month, setMonth] = useState(today.slice(5, 7))
  const nights = year.data?.nights.filter(({ date }) => date.slice(5, 7) === month) ?? []
  const time = (instant: string | null): string => (instant === null ? '—' : clock(instant))
  return (
    <div className="li-detail">
      <h2 className="li-road-head">
        {t('lighting.byNight')}
        <select
          className="li-month"
          aria-label={t('lighting.month')}
          value={month}
          onChange={({ target }) => setMonth(target.value)}
        >
          {MONTHS.map((one) => (
            <option key={one} value={one}>
              {year.data?.year ?? ''}-{one}
            </option>
          ))}
        </select>
      </h2>
      <table className="up-table">
        <thead>
          <tr>
            {(['evening', 'sunset', 'onAt', 'sunrise', 'offAt', 'burns'] as const).map((key) => (
              <th key={key} scope="col">
                {t(`lighting.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nights.map(({ date, sunset, sunrise, on, off, hours }) => (
            <tr key={date} className={date === today ? 'is-today' : undefined}>
              <td>{date.slice(5)}</td>
              <td>{time(sunset)}</td>
              <td>
                <b>{time(on)}</b>
              </td>
              <td>{time(sunrise)}</td>
              <td>
                <b>{time(off)}</b>
              </td>
              <td>{number(hours, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
