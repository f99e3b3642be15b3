import type { Routes } from './plan-cost.ts'
import type { Problem } from './problem.ts'
import { type Spot, WorkingPlan } from './working-plan.ts'

interface Choice {
  spots: (Spot | undefined)[]
}

/** A first plan: again and again the case is put in that would lose most by not getting its best crew (regret of two). */
export function regretPlan(of: Problem): Routes {
  const plan = new WorkingPlan(
    of,
    Array.from({ length: of.crews }, () => []),
  )
  const choices = new Map<number, Choice>()
  const spotsOf = (index: number): Choice => ({
    spots: (plan.suited[index] ?? []).map((crew) => plan.spotIn(crew, index, of.left[index] ?? 0)),
  })
  for (let index = 0; index < of.cases; index += 1) choices.set(index, spotsOf(index))
  while (choices.size > 0) {
    let [next, most] = [-1, Number.NEGATIVE_INFINITY]
    let into: Spot | undefined
    for (const [index, { spots }] of choices) {
      const { best, regret } = regretOf(spots, of.left[index] ?? 0)
      if (best && regret > most) [next, most, into] = [index, regret, best]
    }
    if (!into) break
    plan.insert(next, into)
    choices.delete(next)
    const changed = into.crew
    for (const [index, { spots }] of choices) {
      const at = (plan.suited[index] ?? []).indexOf(changed)
      if (at >= 0) spots[at] = plan.spotIn(changed, index, of.left[index] ?? 0)
    }
  }
  return plan.routes
}

function regretOf(spots: readonly (Spot | undefined)[], left: number): { best: Spot | undefined; regret: number } {
  let best: Spot | undefined
  let second = left
  for (const spot of spots) {
    if (!spot) continue
    if (!best || spot.cost < best.cost) {
      second = Math.min(second, best?.cost ?? left)
      best = spot
    } else second = Math.min(second, spot.cost)
  }
  return { best, regret: second - (best?.cost ?? left) }
}
