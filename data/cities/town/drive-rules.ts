import type { Line } from './geometry.ts'
import type { Random } from './random.ts'

/** What signs at a road say to those who drive; a road without signs has none of it. */
export interface DriveRules {
  oneway?: 'forward' | 'backward'
  truckBan?: true
}

interface SignedRoad {
  name: string
  class: string
  lines: readonly Line[]
}

/** Shares that look right in a town; made up. */
const ONE_WAY = { street: 0.05, lane: 0.08 }
const TRUCK_BAN = 0.35

/** 单行 and 禁货 by the name of the road. Only a narrow road is one-way, and only where it leads from one road to another: nobody drives into a
 *  dead end of no return. Of the `chance` it takes the same count of draws for the same roads. */
export function driveRules(roads: readonly SignedRoad[], chance: Random): Map<string, DriveRules> {
  const passing = new Map<string, number>()
  for (const { lines } of roads)
    for (const line of lines)
      for (const place of new Set(line.map(String))) passing.set(place, (passing.get(place) ?? 0) + 1)
  const rules = new Map<string, DriveRules>()
  for (const { name, class: roadClass, lines } of roads) {
    if (roadClass !== 'street' && roadClass !== 'lane') continue
    const [first] = lines
    const [signed, forward, banned] = [
      chance.chance(ONE_WAY[roadClass]),
      chance.chance(0.5),
      chance.chance(roadClass === 'lane' ? TRUCK_BAN : 0),
    ]
    const through =
      lines.length === 1 && [first?.[0], first?.at(-1)].every((end) => (passing.get(String(end)) ?? 0) > 1)
    rules.set(name, {
      ...(signed && through ? { oneway: forward ? 'forward' : 'backward' } : {}),
      ...(banned ? { truckBan: true } : {}),
    })
  }
  return rules
}
