import type { Asset } from '../../../../server/contract/asset.ts'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { gridCode, HOME, moved, polygon, road, unitGrid } from './made-ground.ts'

const E7 = 1e7
const rounded = ([lng, lat]: LngLat): LngLat => [Math.round(lng * E7) / E7, Math.round(lat * E7) / E7]

/** A crooked mesh of grids that share every edge, numbered at random, some with a hole, and roads across it. */
export function meshOf(chance: () => number, side: number) {
  const node = new Map<string, LngLat>()
  for (let i = 0; i <= side; i++)
    for (let k = 0; k <= side; k++)
      node.set(`${i},${k}`, rounded(moved(HOME, i * 100 + chance() * 60 - 30, k * 100 + chance() * 60 - 30)))
  const at = (i: number, k: number): LngLat => node.get(`${i},${k}`) as LngLat
  const numbers = Array.from({ length: side * side }, (_, index) => index + 1).sort(() => chance() - 0.5)
  const grids: Asset[] = []
  const edges: [LngLat, LngLat][] = []
  for (let i = 0; i < side; i++)
    for (let k = 0; k < side; k++) {
      const ring = [at(i, k), at(i + 1, k), at(i + 1, k + 1), at(i, k + 1)]
      ring.forEach((corner, edge) => {
        edges.push([corner, ring[(edge + 1) % 4] as LngLat])
      })
      const middle = rounded(moved(HOME, i * 100 + 50, k * 100 + 50))
      const hole = [moved(middle, -9, -9), moved(middle, 9, -9), moved(middle, 0, 9)].map(rounded)
      const code = gridCode(numbers[i * side + k] as number)
      grids.push(unitGrid(code, chance() < 0.2 ? polygon(ring, hole) : polygon(ring)))
    }
  const roads = Array.from({ length: 12 }, (_, index) => {
    const [east, north] = [chance() * 1400, chance() * 1400]
    const line = Array.from({ length: 12 }, (_, step) =>
      rounded(
        index % 2 ? moved(HOME, east + chance() * 30, step * 130) : moved(HOME, step * 130, north + chance() * 30),
      ),
    )
    return road(`540626L0101${String(index + 1).padStart(6, '0')}`, line)
  })
  /** On an edge or at a corner, as exactly as places are kept. */
  const edgePlace = (): LngLat => {
    const [a, b] = edges[Math.floor(chance() * edges.length)] as [LngLat, LngLat]
    const share = chance() < 0.3 ? 0 : chance()
    return rounded([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share])
  }
  return { grids, roads, edgePlace }
}

type XY = [number, number]

/** Metres east and north of a place, in a plane. */
const planeAt = (at: LngLat) => {
  const shrink = Math.cos((at[1] * Math.PI) / 180)
  return ([lng, lat]: LngLat): XY => [(lng - at[0]) * 111_195.08 * shrink, (lat - at[1]) * 111_195.08]
}

/** From the origin to a segment. */
function metresTo([ax, ay]: XY, [bx, by]: XY): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length))
  return Math.hypot(ax + share * (bx - ax), ay + share * (by - ay))
}

/** Turns of a ring around the origin: by angles, not by crossings. */
const turns = (ring: XY[]): number =>
  Math.round(
    ring.reduce((sum, [ax, ay], at) => {
      const [bx, by] = ring[(at + 1) % ring.length] as XY
      return sum + Math.atan2(ax * by - ay * bx, ax * bx + ay * by)
    }, 0) /
      (2 * Math.PI),
  )

const ringsOf = ({ geometry }: Asset): LngLat[][] => (geometry.type === 'Polygon' ? geometry.coordinates : [])

export function gridByHand(grids: readonly Asset[], at: LngLat): string | null {
  const plane = planeAt(at)
  const holding = grids.filter((grid) => {
    const rings = ringsOf(grid).map((ring) => ring.slice(0, -1).map(plane))
    // No grid of the mesh is wider than this.
    const [[corner] = []] = rings
    if (!corner || Math.hypot(...corner) > 260) return false
    const edge = Math.min(
      ...rings.flatMap((ring) => ring.map((corner, k) => metresTo(corner, ring[(k + 1) % ring.length] as XY))),
    )
    const [outer = [], ...holes] = rings
    return edge <= 0.02 || (turns(outer) !== 0 && holes.every((hole) => turns(hole) === 0))
  })
  return holding.map(({ id }) => id).sort()[0] ?? null
}

export function roadByHand(roads: readonly Asset[], at: LngLat, within: number): string | null {
  const plane = planeAt(at)
  let best: { id: string; metres: number } | undefined
  for (const { id, geometry } of roads) {
    const line = geometry.type === 'LineString' ? geometry.coordinates.map(plane) : []
    for (let k = 0; k + 1 < line.length; k++) {
      const metres = metresTo(line[k] as XY, line[k + 1] as XY)
      if (metres <= within && metres < (best?.metres ?? Number.POSITIVE_INFINITY)) best = { id, metres }
    }
  }
  return best?.id ?? null
}
