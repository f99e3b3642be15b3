import type { Line, Point } from '../../town/geometry.ts'
import { along, leftOf, lineLength, type Station } from '../../town/line.ts'
import type { Random } from '../../town/random.ts'
import type { LandUse } from '../land-use.ts'
import type { Road } from '../streets.ts'
import { BINS, INLETS, LAMPS, MANHOLES, RAILS, type Row } from './kerb-rows.ts'
import type { Needs } from './needs.ts'

/** Where something stands, and beside which road. */
export interface Stand<K = undefined> {
  road: Road
  place: Point
  kind: K
}

export type DrainKind = 'inlet' | 'storm-manhole' | 'sewer-manhole'
export type BinKind = 'street' | 'household' | 'sorting'

/** All that stands in rows along the roads, and bins at the doors. */
export interface Kerb {
  lamps: Stand<Point>[]
  drains: Stand<DrainKind>[]
  bins: Stand<BinKind>[]
  rails: { road: Road; line: Line }[]
}

const KERB_TO_POST = 0.8
// Inside the kerb, where the water runs.
const KERB_TO_INLET = 0.4
const KERB_TO_BIN = 1.1
const KERB_TO_RAIL = -3.2
/** Bins at the doors of a block, by what stands on it: one for so many square metres. */
const GROUND_A_BIN: Partial<Record<LandUse, number>> = {
  court: 1100,
  mixed: 1300,
  apartment: 1500,
  office: 2600,
  school: 3000,
  market: 900,
  hospital: 1200,
  government: 2500,
  industry: 4200,
  park: 2600,
  green: 3000,
  plaza: 1200,
}

/** @param density 1 is how a city stands; more puts the same kinds closer together, for measurement */
export function layKerb(needs: Needs, density: number): Kerb {
  const { district, isFree } = needs
  const chance = needs.chance('kerb')
  const kerb: Kerb = { lamps: [], drains: [], bins: [], rails: [] }
  const joins = (place: Point, road: Road): boolean =>
    district.roads.within(place, 15, (other) => (other === road ? 0 : other.width / 2 + 1.5))
  for (const road of district.streets.roads) {
    const half = road.width / 2
    for (const station of stations(road, LAMPS[road.class], density, chance)) {
      const place = leftOf(station, station.side * (half + KERB_TO_POST))
      const behind = leftOf(station, station.side * (half + KERB_TO_POST + 1.4))
      if (isFree(place)) kerb.lamps.push({ road, place, kind: behind })
    }
    const drain = (kind: DrainKind, row: Row | undefined, aside: number) => {
      for (const station of stations(road, row, density, chance)) {
        const place = leftOf(station, station.side * aside)
        if (!joins(place, road) && !district.water.onCanal(place, 1)) kerb.drains.push({ road, place, kind })
      }
    }
    drain('inlet', INLETS[road.class], half - KERB_TO_INLET)
    drain('storm-manhole', MANHOLES[road.class], half * 0.5)
    drain('sewer-manhole', MANHOLES[road.class], half * 0.14)
    for (const station of stations(road, BINS[road.class], density, chance)) {
      const place = leftOf(station, station.side * (half + KERB_TO_BIN))
      if (isFree(place)) kerb.bins.push({ road, place, kind: 'street' })
    }
    layRails(kerb, road, density, chance, (place) => joins(place, road) || district.water.onCanal(place, 1))
  }
  layDoorBins(kerb, needs, density, chance)
  return kerb
}

function* stations(
  road: Road,
  row: Row | undefined,
  density: number,
  chance: Random,
): Generator<Station & { side: number }> {
  if (!row) return
  const step = row.spacing / density
  const length = lineLength(road.line)
  let turn = chance.chance(0.5) ? 1 : -1
  // A short lane has its thing too, now and then.
  for (let metres = step * chance.range(0.25, 0.75); metres < length - 1; metres += step) {
    if (row.leftOut && chance.chance(row.leftOut)) continue
    const station = along(road.line, metres)
    if (row.sides === 'both') {
      yield { ...station, side: 1 }
      yield { ...station, side: -1 }
      continue
    }
    if (row.sides === 'turns') turn = -turn
    yield { ...station, side: turn }
  }
}

function layRails(kerb: Kerb, road: Road, density: number, chance: Random, isBroken: (place: Point) => boolean): void {
  const rail = RAILS[road.class]
  if (!rail) return
  const step = rail.length / density
  const aside = road.width / 2 + KERB_TO_RAIL
  const length = lineLength(road.line)
  for (let metres = 8; metres + step < length; metres += step) {
    if (!chance.chance(rail.share)) continue
    const ends = [along(road.line, metres + 0.5), along(road.line, metres + step - 0.5)]
    for (const side of [1, -1]) {
      const line = ends.map((end) => leftOf(end, side * aside))
      if (!line.some(isBroken)) kerb.rails.push({ road, line })
    }
  }
}

function layDoorBins(kerb: Kerb, { district, doorstep }: Needs, density: number, chance: Random): void {
  for (const block of district.blocks) {
    const ground = GROUND_A_BIN[block.use]
    if (!ground) continue
    const homes = block.use === 'court' || block.use === 'mixed' || block.use === 'apartment'
    const count = Math.round((block.area / ground) * density + chance.range(-0.5, 0.5))
    const start = chance.next()
    for (let i = 0; i < count; i++) {
      const place = doorstep(block, (start + i / count) % 1)
      const road = place && district.roads.nearest(place, 40)
      if (place && road) kerb.bins.push({ road, place, kind: homes && i % 3 > 0 ? 'household' : 'sorting' })
    }
  }
}
