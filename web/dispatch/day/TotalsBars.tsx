import { useTranslation } from 'react-i18next'
import type { PlanTotals } from '../../../server/contract/day-plan.ts'
import { number, signed } from '../../format.ts'
import { barShares } from './bar-shares.ts'

interface TotalsBarsProps {
  before: PlanTotals
  after: PlanTotals
}

/** Lateness and driving as things stand and as proposed: a minute is as long in every bar. */
export function TotalsBars({ before, after }: TotalsBarsProps) {
  const { t } = useTranslation()
  const minutes = (n: number): string => t('day.minutes', { n: number(n) })
  return (
    <section className="day-totals" aria-label={t('day.totals')}>
      {barShares(before, after).map((pair) => (
        <dl key={pair.key}>
          <dt title={pair.key === 'late' ? t('day.lateNote') : undefined}>
            {t(`dayTotal.${pair.key}`)} <span>{changeWords(pair.before, pair.after)}</span>
          </dt>
          <dd>
            <span>{t('day.before')}</span>
            <i style={{ width: `calc((100% - 148px) * ${pair.beforeShare})` }} />
            <b>{minutes(pair.before)}</b>
          </dd>
          <dd className="is-after">
            <span>{t('day.after')}</span>
            <i style={{ width: `calc((100% - 148px) * ${pair.afterShare})` }} />
            <b>{minutes(pair.after)}</b>
          </dd>
        </dl>
      ))}
      <p>
        {t('day.lateCases', { before: number(before.lateCases), after: number(after.lateCases) })}
        <span>{t('day.leftCases', { before: number(before.leftCases), after: number(after.leftCases) })}</span>
      </p>
    </section>
  )

  function changeWords(from: number, to: number): string {
    if (from === to) return t('day.same')
    return from > 0 ? `${signed(((to - from) / from) * 100)} %` : minutes(to)
  }
}
