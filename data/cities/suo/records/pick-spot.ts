import type { Random } from '../../town/random.ts'
import type { Scene } from './case-kind.ts'
import { isComplaint } from './draft-case.ts'
import type { Spot, Town } from './town.ts'

const PATROLLED_BONUS: Record<string, number> = { national: 0.25, main: 0.5, secondary: 0.35, street: 0.05 }

/** People complain where they live and shop, and most where nobody looks. */
const complaintWeight = ({ busy, hidden }: Spot) => 0.06 + busy + (hidden ? 1 : 0)
/** Patrols find what lies on their way: main streets and the centre; never a back street. */
const patrolWeight = ({ busy, hidden, roadClass }: Spot) =>
  hidden ? 0 : 0.01 + 0.6 * busy + (PATROLLED_BONUS[roadClass] ?? 0)

export const spotsOfScene = (town: Town, { layer, kind }: Scene): readonly Spot[] =>
  layer === null ? town.kerb : town.spotsOf(layer, kind)

/** Draws spots by weight; undefined where the town has none of the kind that this source could see. */
export function spotPicker(town: Town): (scene: Scene, source: string, dice: Random) => Spot | undefined {
  const tables = new Map<string, { spots: readonly Spot[]; sums: Float64Array }>()
  return (scene, source, dice) => {
    const publicSees = isComplaint(source)
    const key = `${scene.layer} ${scene.kind} ${publicSees}`
    const table = tables.get(key) ?? tableOf(spotsOfScene(town, scene), publicSees ? complaintWeight : patrolWeight)
    tables.set(key, table)
    const { spots, sums } = table
    const total = sums.at(-1) ?? 0
    if (total === 0) return undefined
    const wanted = dice.next() * total
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return spots[low]
  }
}

function tableOf(spots: readonly Spot[], weightOf: (spot: Spot) => number) {
  const sums = new Float64Array(spots.length)
  let sum = 0
  spots.forEach((spot, i) => {
    sum += weightOf(spot)
    sums[i] = sum
  })
  return { spots, sums }
}
