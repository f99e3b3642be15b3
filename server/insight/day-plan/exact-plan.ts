import type { Highs } from 'highs'
import { bestOrders } from './best-orders.ts'
import type { Routes } from './plan-cost.ts'
import type { Problem } from './problem.ts'

/** All orders of more cases than these are too many to list. */
export const EXACT_CASES = 7
export const EXACT_CREWS = 12

/** The best plan of few cases, proved: one column for each crew and set of cases, and HiGHS chooses among them so that every case is in one or left
 *  over (set partitioning). Undefined when HiGHS does not come to an end. */
export function exactPlan(of: Problem, highs: Pick<Highs, 'solve'>): Routes | undefined {
  const columns = Array.from({ length: of.crews }, (_, crew) =>
    bestOrders(of, crew).flatMap((order, set) => (order && set > 0 ? [{ crew, set, ...order }] : [])),
  ).flat()
  const solution = highs.solve(modelOf(of, columns), { output_flag: false, mip_rel_gap: 0 })
  if (solution.Status !== 'Optimal') return undefined
  const routes: Routes = Array.from({ length: of.crews }, () => [])
  columns.forEach(({ crew, route }, at) => {
    if ((solution.Columns[`x${at}`]?.Primal ?? 0) > 0.5) routes[crew] = route
  })
  return routes
}

/** The choice in CPLEX's LP format. */
function modelOf(of: Problem, columns: readonly { crew: number; set: number; cost: number }[]): string {
  const cases = Array.from({ length: of.cases }, (_, index) => index)
  const goal = [
    ...columns.map(({ cost }, at) => `${cost} x${at}`),
    ...cases.map((index) => `${of.left[index] ?? 0} l${index}`),
  ]
  const once = cases.map((index) => {
    const holding = columns.flatMap(({ set }, at) => (set & (1 << index) ? [`x${at}`] : []))
    return ` c${index}: ${[...holding, `l${index}`].join(' + ')} = 1`
  })
  const one = Array.from({ length: of.crews }, (_, crew) => {
    const own = columns.flatMap((column, at) => (column.crew === crew ? [`x${at}`] : []))
    return own.length ? [` k${crew}: ${own.join(' + ')} <= 1`] : []
  }).flat()
  const names = [...columns.map((_, at) => `x${at}`), ...cases.map((index) => `l${index}`)]
  const lines = [
    'Minimize',
    ` cost: ${goal.join(' + ')}`,
    'Subject To',
    ...once,
    ...one,
    'Binary',
    ` ${names.join(' ')}`,
  ]
  return `${[...lines, 'End'].join('\n')}\n`
}
