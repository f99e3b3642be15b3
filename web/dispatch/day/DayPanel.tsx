import './day.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import type { Desk } from '../desk/use-desk.ts'
import { OPEN_DAY } from './open-day.ts'
import { PlanFoot } from './PlanFoot.tsx'
import { PlanForm } from './PlanForm.tsx'
import { PlanProgress } from './PlanProgress.tsx'
import { Proposal } from './Proposal.tsx'
import { TrySection } from './TrySection.tsx'
import type { DayPlanning, DayTrial } from './use-day.tsx'
import { isBeingMade } from './use-plan.ts'

interface DayPanelProps {
  desk: Desk
  planning: DayPlanning
  trial: DayTrial
  onClose: () => void
}

/** 排一天: what is asked, how far it is, what is proposed and what is taken of it; and what other crews would change. */
export function DayPanel({ desk, planning, trial, onClose }: DayPanelProps) {
  const { t } = useTranslation()
  const { plan, fault, drop } = planning
  // It would be there again at once: the plan is read when it was never read.
  const isReading = desk.address.search.day !== OPEN_DAY && !plan && !fault
  const [trying, setTrying] = useState(false)
  return (
    <aside className="day" aria-label={t('day.title')}>
      <div className="day-scroll">
        <header className="day-head">
          <h2>{t('day.title')}</h2>
          <Button small look="quiet" aria-label={t('day.close')} onClick={onClose}>
            ×
          </Button>
        </header>
        {fault ? (
          <Refused fault={fault} title={t('day.gone')}>
            <Button small onClick={drop}>
              {t('day.again')}
            </Button>
          </Refused>
        ) : isReading ? (
          <Hairlines rows={6} label={t('page.loading')} />
        ) : !plan ? (
          <PlanForm desk={desk} planning={planning} />
        ) : isBeingMade(plan) ? (
          <PlanProgress plan={plan} planning={planning} />
        ) : (
          <Proposal plan={plan} desk={desk} planning={planning} />
        )}
        <details className="day-try" open={trying} onToggle={(event) => setTrying(event.currentTarget.open)}>
          <summary>{t('day.try')}</summary>
          {trying ? <TrySection desk={desk} trial={trial} /> : null}
        </details>
      </div>
      {plan && !isBeingMade(plan) && !fault ? <PlanFoot plan={plan} desk={desk} planning={planning} /> : null}
    </aside>
  )
}
