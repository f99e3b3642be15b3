import { between, distance, type Line, type Point } from '../town/geometry.ts'
import type { Town } from './build-town.ts'
import { signOf } from './streams.ts'
import type { Road } from './street-network.ts'

export interface Bridge {
  line: Line
  road: Road
}

/** Stretches of road over the river's channel or a stream. */
export function findBridges(place: Pick<Town, 'valley' | 'river' | 'streams' | 'network'>): Bridge[] {
  const bridges: Bridge[] = []
  for (const road of place.network.roads) {
    let open: Line = []
    const close = () => {
      if (open.length > 2) bridges.push({ line: open, road })
      open = []
    }
    for (let i = 1; i < road.line.length; i++) {
      const a = road.line[i - 1] as Point
      const b = road.line[i] as Point
      const steps = Math.max(1, Math.round(distance(a, b) / 4))
      for (let k = 0; k < steps; k++) {
        const at = between(a, b, k / steps)
        if (isOverWater(place, at)) open.push(at)
        else close()
      }
    }
    close()
  }
  return bridges
}

function isOverWater({ valley, river, streams }: Pick<Town, 'valley' | 'river' | 'streams'>, place: Point): boolean {
  const { s, t } = valley.across(place)
  if (t < river.northEdge(s) + 3 && t > river.southEdge(s) - 3) return true
  return streams.some(
    ({ side, sAt, width }) => signOf(side) > 0 === t > 0 && Math.abs(t) > 60 && Math.abs(s - sAt(t)) < width / 2 + 4,
  )
}
