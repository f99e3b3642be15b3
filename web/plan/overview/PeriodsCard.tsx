import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ComparedPeriods } from '../../../server/contract/spot-periods.ts'
import { getPeriods } from '../../api-spots.ts'
import { useNow } from '../../console/use-now.ts'
import { WithAge } from '../../console/WithAge.tsx'
import { dayOf, number, signed } from '../../format.ts'
import { CardHead } from './CardHead.tsx'
import { lastMonth } from './month-spans.ts'

/** What a bureau is asked for first: cases filed, and the share closed in time. */
const INDICATORS = ['filed', 'rate:closing-on-time'] as const

/** Last month against the year before (同比) and the month before (环比). */
export function PeriodsCard() {
  const { t } = useTranslation()
  const { from, to, month } = lastMonth(dayOf(useNow()))
  const periods = useQuery({
    queryKey: ['plan', 'overview', 'periods', from],
    queryFn: ({ signal }) =>
      Promise.all(INDICATORS.map((indicator) => getPeriods({ from, to, indicator, by: 'all' }, signal))),
    staleTime: 10 * 60_000,
  })
  return (
    <section className="overview-card">
      <CardHead title={t('overview.periods')} note={t('overview.month', { n: month })} study="spots" />
      <WithAge of={periods} title={t('overview.periodsFailed')}>
        {(answers) => (
          <table className="overview-rows">
            <tbody>
              {answers.map((one, i) => (
                <PeriodRow
                  key={one.indicator}
                  of={one}
                  name={t(`overview.indicator.${i === 0 ? 'filed' : 'onTime'}`)}
                />
              ))}
            </tbody>
          </table>
        )}
      </WithAge>
    </section>
  )
}

function PeriodRow({ of, name }: { of: ComparedPeriods; name: string }) {
  const { t } = useTranslation()
  const row = of.rows[0]
  const isRate = of.kind === 'rate'
  const scale = isRate ? 100 : 1
  const value = (figure: number | null | undefined): string =>
    figure === null || figure === undefined ? '—' : number(figure * scale, isRate ? 1 : 0)
  // A month that was not recorded to its end is no month without cases.
  const isRecorded = ({ from }: { from: string }): boolean => of.recordedFrom === null || from >= of.recordedFrom
  const against = (before: number | null | undefined, period: { from: string }): string =>
    row?.value === null || row?.value === undefined || before === null || before === undefined || !isRecorded(period)
      ? t('overview.noRecord')
      : signed((row.value - before) * scale, isRate ? 1 : 0)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="is-number">
        {value(row?.value)} <small>{isRate ? '%' : t('overview.unit.cases')}</small>
      </td>
      <td className="is-number">{t('overview.year', { n: against(row?.yearBefore, of.yearBefore) })}</td>
      <td className="is-number">{t('overview.before', { n: against(row?.periodBefore, of.periodBefore) })}</td>
    </tr>
  )
}
