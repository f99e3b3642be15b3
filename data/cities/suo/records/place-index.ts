import Flatbush from 'flatbush'
import type { MadeAsset, Position } from '../../city.ts'
import { Projection } from '../../town/projection.ts'
import { boxOf, distanceToSegment, holds, linesOf, middleOf, type Plane } from './place-geometry.ts'

export interface PlaceIndex {
  layer(id: string): readonly MadeAsset[]
  plane(place: Position): Plane
  position(point: Plane): Position
  /** 15-digit code of the unit grid that holds the place. */
  unitGridAt(place: Position): string | null
  /** The nearest named road and its class; undefined when there is no road. */
  roadAt(place: Position): MadeAsset | undefined
  /** Where, in words: the road, and a door close by. */
  addressAt(place: Position): string
}

function indexOf(boxes: readonly (readonly [number, number, number, number])[]): Flatbush | undefined {
  if (boxes.length === 0) return undefined
  const index = new Flatbush(boxes.length)
  for (const box of boxes) index.add(...box)
  index.finish()
  return index
}

function byLayer(assets: readonly MadeAsset[]): Map<string, MadeAsset[]> {
  const layers = new Map<string, MadeAsset[]>()
  for (const asset of assets) {
    const members = layers.get(asset.layer)
    if (members) members.push(asset)
    else layers.set(asset.layer, [asset])
  }
  return layers
}

/** A door is named in an address within this distance. */
const DOOR_METRES = 45

export function placeIndex(assets: readonly MadeAsset[], centre: Position): PlaceIndex {
  const projection = new Projection(centre)
  const plane = (place: Position): Plane => projection.plane(place)
  const layers = byLayer(assets)
  const layer = (id: string) => layers.get(id) ?? []

  const grids = layer('unit-grids').flatMap(({ id, geometry }) => linesOf(geometry).map((ring) => ({ id, ring })))
  const gridIndex = indexOf(grids.map(({ ring }) => boxOf(ring)))
  const segments = layer('roads').flatMap((road) =>
    linesOf(road.geometry).flatMap((line) => {
      const points = line.map(plane)
      return points.slice(1).map((to, i) => ({ road, from: points[i] ?? to, to }))
    }),
  )
  const segmentIndex = indexOf(segments.map(({ from, to }) => boxOf([from, to])))
  const doors = [...layer('venues'), ...layer('toilets'), ...layer('kiosks')].filter(({ name }) => name !== '')
  const doorPoints = doors.map(({ geometry }) => plane(middleOf(geometry)))
  const doorIndex = indexOf(doorPoints.map(([x, y]) => [x, y, x, y]))

  const roadAt = (place: Position) => {
    const point = plane(place)
    const near = segmentIndex?.neighbors(point[0], point[1], 8) ?? []
    const away = (i: number) => {
      const segment = segments[i]
      return segment ? distanceToSegment(point, segment.from, segment.to) : Number.POSITIVE_INFINITY
    }
    return segments[near.sort((a, b) => away(a) - away(b))[0] ?? -1]?.road
  }
  return {
    layer,
    plane,
    position: (point) => projection.position(point),
    unitGridAt: ([x, y]) => {
      const near = gridIndex?.search(x, y, x, y).sort((a, b) => a - b) ?? []
      for (const i of near) {
        const grid = grids[i]
        if (grid && holds(grid.ring, [x, y])) return grid.id
      }
      return null
    },
    roadAt,
    addressAt: (place) => {
      const [x, y] = plane(place)
      const door = doors[doorIndex?.neighbors(x, y, 1, DOOR_METRES)[0] ?? -1]
      const road = roadAt(place)?.name ?? ''
      if (door === undefined) return road === '' ? '城区' : `${road}路段`
      const doorRoad = String(door.fields.road ?? '')
      if (door.name.startsWith(road)) return `${door.name}附近`
      // The door of another street means a corner.
      return doorRoad === '' || doorRoad === road ? `${road} ${door.name}附近` : `${road}近${doorRoad}`
    },
  }
}
