import { distance, distanceToSegment, type Point } from '../town/geometry.ts'
import type { Town } from './build-town.ts'
import { ROAD_SHAPES, type RoadClass } from './road-classes.ts'
import type { Road } from './street-network.ts'
import type { Valley } from './valley.ts'

export interface Junction {
  place: Point
  class: RoadClass
  /** How many arms meet. */
  arms: number
  /** Within this radius one stands in the junction, m. */
  radius: number
}

/** What things beside the road ask: am I on a carriageway, am I in a junction, which road is this. */
export interface RoadBook {
  junctions: Junction[]
  onCarriageway(place: Point): boolean
  junctionAt(place: Point): Junction | undefined
  /** The nearest road with a name, within `reach` metres of its middle line. */
  nearestNamed(place: Point, reach: number): Road | undefined
}

const CELL = 80
const key = (i: number, j: number): number => i * 9973 + j

interface Piece {
  a: Point
  b: Point
  road: Road
}

export function makeRoadBook(town: Pick<Town, 'network'>): RoadBook {
  const { roads } = town.network
  const cells = new Map<number, Piece[]>()
  for (const road of roads)
    for (let i = 1; i < road.line.length; i++) {
      const piece = { a: road.line[i - 1] as Point, b: road.line[i] as Point, road }
      const x1 = Math.floor((Math.max(piece.a[0], piece.b[0]) + 15) / CELL)
      const y1 = Math.floor((Math.max(piece.a[1], piece.b[1]) + 15) / CELL)
      for (let x = Math.floor((Math.min(piece.a[0], piece.b[0]) - 15) / CELL); x <= x1; x++)
        for (let y = Math.floor((Math.min(piece.a[1], piece.b[1]) - 15) / CELL); y <= y1; y++) {
          const cell = cells.get(key(x, y))
          if (cell) cell.push(piece)
          else cells.set(key(x, y), [piece])
        }
    }
  const piecesNear = (place: Point, reach: number): Piece[] => {
    const [i, j] = [Math.floor(place[0] / CELL), Math.floor(place[1] / CELL)]
    const ring = Math.ceil(reach / CELL)
    const found: Piece[] = []
    for (let x = i - ring; x <= i + ring; x++)
      for (let y = j - ring; y <= j + ring; y++) found.push(...(cells.get(key(x, y)) ?? []))
    return found
  }
  const junctions = findJunctions(town)
  const junctionCells = new Map<number, Junction[]>()
  for (const junction of junctions) {
    const at = key(Math.floor(junction.place[0] / CELL), Math.floor(junction.place[1] / CELL))
    const cell = junctionCells.get(at)
    if (cell) cell.push(junction)
    else junctionCells.set(at, [junction])
  }
  return {
    junctions,
    onCarriageway: (place) => {
      const cell = cells.get(key(Math.floor(place[0] / CELL), Math.floor(place[1] / CELL)))
      return cell?.some(({ a, b, road }) => distanceToSegment(place, a, b) < road.width / 2 + 0.4) ?? false
    },
    junctionAt: (place) => {
      const [i, j] = [Math.floor(place[0] / CELL), Math.floor(place[1] / CELL)]
      for (let x = i - 1; x <= i + 1; x++)
        for (let y = j - 1; y <= j + 1; y++)
          for (const junction of junctionCells.get(key(x, y)) ?? [])
            if (distance(junction.place, place) < junction.radius) return junction
      return undefined
    },
    nearestNamed: (place, reach) => {
      let best: Road | undefined
      let metres = reach
      for (const { a, b, road } of piecesNear(place, reach)) {
        const d = road.name === '' ? Infinity : distanceToSegment(place, a, b)
        if (d < metres) {
          metres = d
          best = road
        }
      }
      return best
    },
  }
}

function findJunctions({ network: { roads, graph } }: Pick<Town, 'network'>): Junction[] {
  const arms = new Map<number, Road[]>()
  for (const road of roads)
    road.nodes.forEach((node, i) => {
      const count = i === 0 || i === road.nodes.length - 1 ? 1 : 2
      const known = arms.get(node) ?? []
      for (let k = 0; k < count; k++) known.push(road)
      arms.set(node, known)
    })
  const junctions: Junction[] = []
  for (const [node, met] of arms) {
    if (met.length < 3) continue
    const widest = met.reduce((a, b) => (b.width > a.width ? b : a))
    junctions.push({
      place: graph.nodes[node] as Point,
      class: met.reduce((a, b) => (ROAD_SHAPES[b.class].rank < ROAD_SHAPES[a.class].rank ? b : a)).class,
      arms: met.length,
      radius: widest.width / 2 + 5,
    })
  }
  return junctions
}

/** Whether a place belongs to the town, where the bureau has its lamps and drains, or to the valley around it. */
export function isUrban(valley: Valley, place: Point): boolean {
  const { s, t } = valley.across(place)
  return s > -1950 && s < 2000 && t > -330 && valley.uOf(s, t) < 1.15
}
