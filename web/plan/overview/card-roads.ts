import type { LitRoad } from '../../../server/contract/lighting.ts'

/** So many roads for a card: those that fail, then the largest of what is known, then of what is not. */
export function cardRoads(roads: readonly LitRoad[], most: number): LitRoad[] {
  const order = { fail: 0, pass: 1, unknown: 2 }
  return [...roads]
    .sort((a, b) => order[a.verdict] - order[b.verdict] || b.lamps - a.lamps || (a.road < b.road ? -1 : 1))
    .slice(0, most)
}
