import { useTranslation } from 'react-i18next'
import type { DayPlan, PlanRoute } from '../../../server/contract/day-plan.ts'
import { briefName } from '../case/brief-name.ts'
import type { Desk } from '../desk/use-desk.ts'
import { CrewRoute } from './CrewRoute.tsx'
import { newStops } from './day-choice.ts'
import type { DayPlanning } from './use-day.tsx'

interface CrewRoutesProps {
  plan: DayPlan
  routes: readonly PlanRoute[]
  desk: Desk
  planning: DayPlanning
}

/** The crews and what each is to do; who has nothing to do is named at the end. */
export function CrewRoutes({ plan, routes, desk, planning }: CrewRoutesProps) {
  const { t } = useTranslation()
  // Those of which something can be accepted first.
  const busy = routes
    .filter(({ stops }) => stops.length > 0)
    .sort((a, b) => Number(newStops(b.stops).length > 0) - Number(newStops(a.stops).length > 0))
  const idle = routes.filter(({ stops }) => stops.length === 0)
  return (
    <section className="day-routes">
      <h3>
        {t('day.byCrew')}
        <span>{t('day.arrangedBy', { by: plan.by })}</span>
      </h3>
      <ul>
        {busy.map((route) => (
          <CrewRoute key={route.crewId} route={route} desk={desk} planning={planning} />
        ))}
      </ul>
      {idle.length > 0 ? (
        <p className="day-note">
          {t('day.idle', { n: idle.length, names: idle.map(({ name }) => briefName(name)).join(t('day.and')) })}
        </p>
      ) : null}
    </section>
  )
}
