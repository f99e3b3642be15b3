import { useTranslation } from 'react-i18next'
import type { DayPlan } from '../../../server/contract/day-plan.ts'
import { number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { gapSaid } from './gap-words.ts'
import type { DayPlanning } from './use-day.tsx'

interface PlanProgressProps {
  plan: DayPlan
  planning: DayPlanning
}

/** How long it has been thinking, what it has found so far, and how far that may be from the best. */
export function PlanProgress({ plan, planning: { stopping } }: PlanProgressProps) {
  const { t } = useTranslation()
  const { progress, after, cases, crews } = plan
  const [elapsed, limit] = [progress.elapsedMs / 1_000, progress.limitMs / 1_000]
  return (
    <section className="day-progress" aria-label={t('day.progress')}>
      <p>{t('day.planning', { cases: number(cases), crews: number(crews) })}</p>
      <progress max={limit} value={Math.min(elapsed, limit)} aria-label={t('day.progress')} />
      <p className="day-elapsed">{t('day.elapsed', { n: number(Math.min(elapsed, limit)), of: number(limit) })}</p>
      <p>
        {after
          ? t('day.bestSoFar', { late: number(after.weightedLateMinutes), driving: number(after.drivingMinutes) })
          : t('day.nothingYet')}
      </p>
      {after ? <p>{gapText()}</p> : null}
      <p className="day-acts">
        <Button onClick={() => stopping.mutate(plan.id)} disabled={stopping.isPending}>
          {t('day.cancel')}
        </Button>
        <small>{t('day.cancelNote')}</small>
      </p>
    </section>
  )

  function gapText(): string {
    const said = gapSaid(progress)
    return said.key === 'day.gap' ? t(said.key, { n: said.percent }) : t(said.key)
  }
}
