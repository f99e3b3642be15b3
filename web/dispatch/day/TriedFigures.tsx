import { useTranslation } from 'react-i18next'
import type { WhatIfAnswer } from '../../../server/contract/day-plan.ts'
import { clock, number, signed } from '../../format.ts'
import { type FigureRow, figureRows, isSame } from './tried-change.ts'

/** What the rest of the day comes to now and as tried, in words and in figures. */
export function TriedFigures({ answer }: { answer: WhatIfAnswer }) {
  const { t } = useTranslation()
  const rows = figureRows(answer.baseline, answer.changed)
  const of = (key: FigureRow['key']): number => rows.find((row) => row.key === key)?.change ?? 0
  const shown = (value: number | null): string => (value === null ? '–' : number(value, 1))
  return (
    <section className="day-figures" aria-label={t('day.figures')}>
      <p role="status">
        <b>{summary()}</b>
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('day.figure')}</th>
            <th scope="col">{t('day.asIs')}</th>
            <th scope="col">{t('day.asTried')}</th>
            <th scope="col">{t('day.change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, before, after, change }) => (
            <tr key={key}>
              <th scope="row">{t(`dayFigure.${key}`)}</th>
              <td>{shown(before)}</td>
              <td>{shown(after)}</td>
              <td>{change === null ? '–' : change === 0 ? '0' : signed(change, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="day-note">
        {t(answer.pastDays > 0 ? 'day.basis' : 'day.basisNone', {
          until: endOf(answer.until),
          n: answer.pastDays,
          seed: answer.seed,
        })}{' '}
        {t(`dayTravel.${answer.travel}`)}
      </p>
    </section>
  )

  /** Midnight is the end of a day here. */
  function endOf(until: string): string {
    const time = clock(until)
    return time === '00:00' ? '24:00' : time
  }

  function summary(): string {
    if (isSame(rows)) return t('day.noChange')
    const [arrival, breaches] = [of('arrivalMinutes'), of('breaches')]
    const said = [
      arrival === 0
        ? t('day.arrivalSame')
        : t(arrival < 0 ? 'day.faster' : 'day.slower', { n: number(Math.abs(arrival), 1) }),
      breaches === 0
        ? t('day.breachesSame')
        : t(breaches < 0 ? 'day.fewer' : 'day.more', { n: number(Math.abs(breaches), 1) }),
    ]
    return said.join(t('desk.comma')) + t('day.stop')
  }
}
