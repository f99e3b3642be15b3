import { buffer, difference, opened } from '../town/clipping.ts'
import type { Face } from '../town/faces.ts'
import { centroid, first, type Line, type Point, type Polygon, polygonArea, ringArea } from '../town/geometry.ts'
import { simplifyRing } from '../town/line.ts'
import { type District, districtOf } from './districts.ts'
import type { LandUse } from './land-use.ts'
import { halfWidth, type RoadClass } from './road-classes.ts'
import { type Stream, TOWN_STREAM } from './streams.ts'
import type { Network } from './street-network.ts'
import type { Valley } from './valley.ts'

/** One side of a block: the middle line of the street that runs there. */
export interface BlockSide {
  a: Point
  b: Point
  class: RoadClass
  street: string
}

/** Ground between streets, cut back by the true widths of carriageway and pavement. */
export interface Block {
  polygon: Polygon
  centre: Point
  s: number
  t: number
  u: number
  /** m² */
  area: number
  district: District
  sides: BlockSide[]
  use: LandUse
  name: string
  population: number
}

const KERB_RADIUS = 3.5

export function cutBlocks(valley: Valley, network: Network, streams: Stream[]): Block[] {
  const stream = streams[TOWN_STREAM]
  return network.faces
    .filter((face) => isBuiltGround(valley, face))
    .flatMap((face) => {
      const sides = sidesOf(network, face)
      return groundOf(face, sides).map((polygon): Block => {
        const centre = centroid(first(polygon))
        const { s, t } = valley.across(centre)
        const alongStream = stream !== undefined && t >= 0 && Math.abs(s - stream.sAt(t)) < 34
        return {
          polygon,
          centre,
          s,
          t,
          u: valley.uOf(s, t),
          area: polygonArea(polygon),
          district: districtOf(valley, centre),
          sides,
          use: alongStream ? 'strip' : 'none',
          name: '',
          population: 0,
        }
      })
    })
}

/** Whether a face of the network is part of the town. */
export function isBuiltGround(valley: Valley, face: Face): boolean {
  if (ringArea(face.ring) > 200000) return false
  const { s, t } = valley.across(centroid(face.ring))
  if (s < -2150 || s > 2200) return false
  if (t < 0) return t < -105 && t > -430 && Math.abs(s + 80) < 880
  const u = valley.uOf(s, t)
  return u > -0.005 && u < 1.4
}

function sidesOf({ graph, streets }: Network, face: Face): BlockSide[] {
  return face.edges.flatMap((index) => {
    const edge = graph.edges[index]
    const street = edge && streets[edge.line]
    if (!edge || !street) return []
    return [
      {
        a: graph.nodes[edge.a] as Point,
        b: graph.nodes[edge.b] as Point,
        class: street.class,
        street: street.name,
      },
    ]
  })
}

function groundOf(face: Face, sides: BlockSide[]): Polygon[] {
  const byClass = new Map<RoadClass, Line[]>()
  for (const side of sides) {
    const lines = byClass.get(side.class)
    if (lines) lines.push([side.a, side.b])
    else byClass.set(side.class, [[side.a, side.b]])
  }
  let ground: Polygon[] = [[face.ring]]
  for (const [roadClass, lines] of byClass) ground = difference(ground, buffer(lines, halfWidth(roadClass)))
  return opened(ground, KERB_RADIUS, 'round')
    .filter((polygon) => polygonArea(polygon) > 160)
    .map((polygon) => [simplifyRing(first(polygon), 0.35)])
    .filter((polygon) => first(polygon).length >= 3)
}
