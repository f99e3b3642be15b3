import { dateIn } from '../../town/dates.ts'
import { distance, type Point } from '../../town/geometry.ts'
import { along, leftOf, lineLength, type Station } from '../../town/line.ts'
import { numberByRoad } from '../../town/register.ts'
import { statusBy } from '../../town/statuses.ts'
import { isUrban } from '../road-book.ts'
import type { Road } from '../street-network.ts'
import type { Needs } from './needs.ts'

type DrainKind = 'inlet' | 'storm-manhole' | 'sewer-manhole'

interface Drain {
  kind: DrainKind
  place: Point
  road: string
  lowPlace: boolean
}

const CODES: Record<DrainKind, { code: string; word: string }> = {
  inlet: { code: '01004', word: '雨水箅子' },
  'storm-manhole': { code: '01003', word: '雨水井盖' },
  'sewer-manhole': { code: '01002', word: '污水井盖' },
}

const WIDE = ['national', 'main', 'secondary']
// Inside the kerb, where the water runs.
const KERB_TO_INLET = 0.4
/** Where one of a row stands at a low place already, its second is beside it (双箅): so far along the kerb, m. */
const BESIDE = [0, 1.5, -1.5, 3]
const INLETS_APART = 1.2
/** A low place lies this much below the road 16 m before and after, m. */
const SAG = 0.06

/** Inlets along the kerbs and at every low place, manholes along the sewers. */
export function placeDrains(needs: Needs): void {
  const { town, projection, register, chance: chanceOf } = needs
  const chance = chanceOf('drains')
  const names = {
    inlet: numberByRoad(CODES.inlet.word),
    'storm-manhole': numberByRoad(CODES['storm-manhole'].word),
    'sewer-manhole': numberByRoad(CODES['sewer-manhole'].word),
  }
  for (const road of town.network.roads)
    for (const { kind, place, road: name, lowPlace } of drainsAlong(road, needs)) {
      const status = statusBy(chance, 'normal', {
        clogged: 0.005,
        damaged: 0.004,
        missing: 0.0008,
        repairing: 0.001,
        'dredge-due': lowPlace ? 0.02 : 0.008,
      })
      register.add({
        layer: 'drains',
        name: names[kind](name),
        status,
        code: CODES[kind].code,
        geometry: projection.point(place),
        fields: {
          kind,
          road: name,
          lowPlace,
          depthM: Math.round(kind === 'inlet' ? chance.range(6, 12) : chance.range(12, 34)) / 10,
          dredgedOn: status === 'dredge-due' ? dateIn(chance, 2022, 2022, true) : dateIn(chance, 2023, 2023, true),
          dredgeCycleMonths: lowPlace ? 6 : 12,
        },
      })
    }
}

function drainsAlong(road: Road, { town, roads }: Needs): Drain[] {
  const drains: Drain[] = []
  const name =
    road.name || (roads.nearestNamed(along(road.line, lineLength(road.line) / 2).place, 160)?.name ?? '无名巷')
  const length = lineLength(road.line)
  const wide = WIDE.includes(road.class)
  const every = (from: number, step: number, visit: (station: Station) => void) => {
    for (let metres = from; metres < length - 2; metres += step) {
      const station = along(road.line, metres)
      if (isUrban(town.valley, station.place)) visit(station)
    }
  }
  const isTaken = (place: Point): boolean =>
    drains.some((other) => other.kind === 'inlet' && distance(other.place, place) < INLETS_APART)
  const inlet = ({ place: middle, direction }: Station, sides: number[], lowPlace: boolean) => {
    for (const side of sides) {
      const at = (ahead: number): Point =>
        leftOf(
          { direction, place: [middle[0] + direction[0] * ahead, middle[1] + direction[1] * ahead] },
          side * (road.width / 2 - KERB_TO_INLET),
        )
      if (roads.junctionAt(at(0))) continue
      const place = BESIDE.map(at).find((one) => !isTaken(one)) ?? at(0)
      drains.push({ kind: 'inlet', place, road: name, lowPlace })
    }
  }
  const manhole = (kind: DrainKind, aside: number) => (station: Station) =>
    drains.push({ kind, place: leftOf(station, aside), road: name, lowPlace: false })
  if (road.class === 'track') return drains
  if (road.class === 'lane') {
    every(18, 140, manhole('sewer-manhole', 0))
    return drains
  }
  every(wide ? 24 : 26, wide ? 49 : 52, (station) => inlet(station, wide ? [1, -1] : [1], false))
  for (const station of lowPlaces(road, town.heightAt))
    if (isUrban(town.valley, station.place)) inlet(station, [1, -1], true)
  every(20, wide ? 118 : 150, manhole('sewer-manhole', wide ? 2.2 : 0.6))
  every(44, wide ? 140 : 185, manhole('storm-manhole', wide ? -2.2 : -0.6))
  return drains
}

/** Where water stands on a road: lower than what lies before and after. */
function lowPlaces(road: Road, heightAt: (place: Point) => number): Station[] {
  const length = lineLength(road.line)
  const step = 8
  const stations = Array.from({ length: Math.floor(length / step) + 1 }, (_, i) => along(road.line, i * step))
  const heights = stations.map(({ place }) => heightAt(place))
  return stations.filter((_, i) => {
    const [far, near, z, next, ahead] = [heights[i - 2], heights[i - 1], heights[i], heights[i + 1], heights[i + 2]]
    if (
      i < 3 ||
      far === undefined ||
      near === undefined ||
      z === undefined ||
      next === undefined ||
      ahead === undefined
    )
      return false
    return z < far - SAG && z < ahead - SAG && z <= near && z <= next
  })
}
