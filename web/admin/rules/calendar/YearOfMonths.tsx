import { useTranslation } from 'react-i18next'
import { type CalendarYear, makeCalendar, type Periods } from '../../../../server/contract/work-calendar.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { type DayCell, daysOfMonth } from './days-of-month.ts'

const MONTHS = Array.from({ length: 12 }, (_, month) => month)

/** A year as twelve small months. Days off are filled, days worked in their place are framed, and both carry their word. */
export function YearOfMonths({ of, periods }: { of: CalendarYear; periods: Periods }) {
  const { t } = useTranslation()
  const calendar = makeCalendar([of], periods)
  return (
    <div className="year">
      {MONTHS.map((month) => (
        <Month key={month} name={t('rules.month', { n: month + 1 })} days={daysOfMonth(of.year, month, calendar)} />
      ))}
      <p className="year-legend">
        <span className="day is-holiday">{t('rules.offShort')}</span> {t('rules.holiday')}
        <span className="day is-shift">{t('rules.onShort')}</span> {t('rules.shift')}
        <span className="day is-weekend">6</span> {t('rules.weekend')}
      </p>
    </div>
  )
}

function Month({ name, days }: { name: string; days: DayCell[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <table className="month">
      <caption>{name}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((day) => (
            <th key={day} scope="col">
              {t(`weekday.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week) => (
          <tr key={week[0]?.week}>
            {WEEKDAYS.map((_, at) => {
              const cell = week.find(({ weekday }) => weekday === at)
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is a day of the week
              if (!cell) return <td key={at} />
              const mark =
                cell.kind === 'holiday' ? t('rules.offShort') : cell.kind === 'shift' ? t('rules.onShort') : ''
              return (
                <td key={cell.date} className={`day is-${cell.kind}`} title={cell.name?.[language]}>
                  {cell.day}
                  {mark ? <sup>{mark}</sup> : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Weeks begin on Monday. */
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

const weeksOf = (days: readonly DayCell[]): DayCell[][] =>
  Array.from({ length: (days.at(-1)?.week ?? -1) + 1 }, (_, week) => days.filter((day) => day.week === week))
