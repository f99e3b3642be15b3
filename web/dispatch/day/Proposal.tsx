import { useTranslation } from 'react-i18next'
import type { DayPlan } from '../../../server/contract/day-plan.ts'
import { clock, number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import type { Desk } from '../desk/use-desk.ts'
import { CrewRoutes } from './CrewRoutes.tsx'
import { gapSaid } from './gap-words.ts'
import { LeftCases } from './LeftCases.tsx'
import { PlanNotes } from './PlanNotes.tsx'
import { TotalsBars } from './TotalsBars.tsx'
import type { DayPlanning } from './use-day.tsx'

interface ProposalProps {
  plan: DayPlan
  desk: Desk
  planning: DayPlanning
}

/** What is proposed: what it comes to against how things stand, each crew's way, and what nobody goes to. */
export function Proposal({ plan, desk, planning }: ProposalProps) {
  const { t } = useTranslation()
  const { before, after, routes, left, progress, state } = plan
  const { staleness } = planning
  const again = (
    <Button small onClick={planning.drop}>
      {t('day.again')}
    </Button>
  )
  if (plan.cases === 0) return <Nothing text={t('day.nothing')} again={again} plan={plan} />
  if (plan.crews === 0) return <Nothing text={t('day.nobody')} again={again} plan={plan} />
  if (state === 'failed' || !after || !before)
    return (
      <Notice title={t(state === 'failed' ? 'day.failed' : 'day.noneFound')}>
        <p>{again}</p>
      </Notice>
    )
  const said = gapSaid(progress)
  return (
    <>
      {staleness && (staleness.minutes !== null || staleness.changed.length > 0) ? (
        <div className="day-stale" role="status">
          <p>
            {[
              staleness.minutes === null ? '' : t('day.old', { n: number(staleness.minutes) }),
              staleness.changed.length > 0 ? t('day.changed', { n: number(staleness.changed.length) }) : '',
            ].join('')}
          </p>
          {again}
        </div>
      ) : null}
      <p className="day-note">
        {t('day.proposal', { time: clock(plan.at), cases: number(plan.cases), crews: number(plan.crews) })}{' '}
        {said.key === 'day.gap' ? t(said.key, { n: said.percent }) : t(said.key)}
      </p>
      <TotalsBars before={before} after={after} />
      <CrewRoutes plan={plan} routes={routes} desk={desk} planning={planning} />
      <LeftCases left={left} now={desk.now} onShow={desk.show} />
      <PlanNotes plan={plan} />
    </>
  )
}

function Nothing({ text, again, plan }: { text: string; again: React.ReactNode; plan: DayPlan }) {
  return (
    <>
      <p className="day-nothing" role="status">
        {text} {again}
      </p>
      <PlanNotes plan={plan} />
    </>
  )
}
