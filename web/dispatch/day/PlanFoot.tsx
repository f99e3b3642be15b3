import { useTranslation } from 'react-i18next'
import type { DayPlan } from '../../../server/contract/day-plan.ts'
import { number } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import type { Desk } from '../desk/use-desk.ts'
import { wantedIds } from './day-choice.ts'
import type { DayPlanning } from './use-day.tsx'

interface PlanFootProps {
  plan: DayPlan
  desk: Desk
  planning: DayPlanning
}

const NONE: ReadonlySet<string> = new Set()

/** Accepting all, what is chosen, or nothing of it. */
export function PlanFoot({ plan, desk, planning }: PlanFootProps) {
  const { t } = useTranslation()
  const { unwanted, staleness, accept, drop } = planning
  const taken = staleness?.taken ?? NONE
  const all = wantedIds(plan, NONE, taken)
  const wanted = wantedIds(plan, unwanted, taken)
  const isBusy = all.some((id) => desk.bulk.pending.has(id))
  return (
    <footer className="day-foot">
      {all.length > 0 ? (
        <>
          <Button look="primary" disabled={isBusy} onClick={() => void accept(all)}>
            {t('day.acceptAll', { n: number(all.length) })}
          </Button>
          <Button
            disabled={isBusy || wanted.length === 0 || wanted.length === all.length}
            onClick={() => void accept(wanted)}
          >
            {t('day.acceptChosen', { n: number(wanted.length) })}
          </Button>
        </>
      ) : (
        <p>{t(taken.size > 0 ? 'day.allTaken' : 'day.nothingNew')}</p>
      )}
      <Button look="quiet" disabled={isBusy} onClick={drop}>
        {t(all.length > 0 ? 'day.drop' : 'day.again')}
      </Button>
    </footer>
  )
}
