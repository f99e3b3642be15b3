import type { DayPlan } from '../../../server/contract/day-plan.ts'
import { type DayDrawing, NO_DAY } from '../../map/day/route-layers.ts'
import { isWanted, type Unwanted } from './day-choice.ts'
import type { Tried } from './tried-change.ts'

/** What the map draws of a plan: the ways of crews of which something is wanted, the focused one before the others. */
export function dayDrawing(
  plan: Pick<DayPlan, 'routes'> | undefined,
  {
    unwanted,
    focused,
    tried,
  }: { unwanted: Unwanted; focused: string | undefined; tried: readonly Pick<Tried, 'at'>[] },
): DayDrawing {
  const routes = (plan?.routes ?? []).flatMap(({ crewId, stops }) => {
    const isShown = crewId === focused || stops.some((stop) => !stop.isNew || isWanted(stop, unwanted))
    if (stops.length === 0 || !isShown) return []
    const drawn = stops.map(({ caseId, location, way }) => ({ caseId, location, way }))
    return [{ crewId, focused: crewId === focused, stops: drawn }]
  })
  if (routes.length === 0 && tried.length === 0) return NO_DAY
  return { routes: routes.sort((a, b) => Number(a.focused) - Number(b.focused)), places: tried.map(({ at }) => at) }
}
