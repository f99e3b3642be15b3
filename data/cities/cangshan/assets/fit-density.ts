import { LAMPS_A_CIRCUIT, lampGroups } from './circuits.ts'
import { type Kerb, layKerb } from './lay-kerb.ts'
import type { Needs } from './needs.ts'

/** How many things a kerb makes, its cabinets included. */
export const countOf = (kerb: Kerb): number =>
  kerb.lamps.length +
  kerb.drains.length +
  kerb.bins.length +
  kerb.rails.length +
  lampGroups(kerb.lamps).reduce((sum, lamps) => sum + Math.ceil(lamps.length / LAMPS_A_CIRCUIT), 0)

// Laid anew until so little is too much that nobody sees it taken away again.
const SURPLUS = 1.02
const TRIES = 9

/** A kerb of exactly `wanted` things: rows closer together or wider apart, and the last few taken off the drains.
 *  Throws RangeError when it is too few to be a district. */
export function fitKerb(needs: Needs, wanted: number): Kerb {
  if (wanted < FEWEST) throw new RangeError(`there have to be at least ${FEWEST} things along the roads, not ${wanted}`)
  let density = 1
  for (let i = 0; i < TRIES; i++) {
    const kerb = layKerb(needs, density)
    const count = countOf(kerb)
    if (count >= wanted && count <= wanted * SURPLUS) return { ...kerb, drains: thinned(kerb.drains, count - wanted) }
    density *= (wanted / count) * (1 + (SURPLUS - 1) / 2)
  }
  throw new RangeError(`no density gives ${wanted} things along the roads`)
}

/** Fewer make no rows any more. */
const FEWEST = 20_000

/** Without `surplus` of them, evenly. */
function thinned<T>(items: readonly T[], surplus: number): T[] {
  let taken = 0
  return items.filter((_, i) => {
    const due = Math.floor(((i + 1) * surplus) / items.length)
    if (due === taken) return true
    taken = due
    return false
  })
}
