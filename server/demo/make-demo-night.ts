import { random } from '../../data/cities/town/random.ts'
import { recordHistory } from '../cases/record-history.ts'
import type { CityPicture } from '../city/city-picture.ts'
import { metresBetween } from '../city/distance.ts'
import type { Asset } from '../contract/asset.ts'
import type { LngLat } from '../contract/geo.ts'
import type { Inspection } from '../contract/inspection.ts'
import { inspectionPoints } from '../inspections/inspection-store.ts'
import type { Store } from '../store/store.ts'

export interface DemoNightNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  memory: Pick<CityPicture, 'layer'>
  now: () => Date
  /** The last that is over; Unix ms, and the date of its evening. */
  night: { date: string; fromMs: number; toMs: number }
}

/** Lamps within so many metres of a stop are seen (data/rules/lighting.json); lanes are left to others, and so are some streets. */
const SEEN_METRES = 150
const PASSED = ['national', 'main', 'secondary', 'street']
const LEFT_OUT = 0.12
const AFTER_DUSK_MS = 75 * 60_000
const STOP_MS = 80_000

/** 演示数据: one night patrol along the lamps of a demo city, in the last night that is over; nothing where somebody patrolled it. It is put down when the
 *  crew is back, so that the log's time goes on. */
export async function makeDemoNight({ area, store, memory, now, night }: DemoNightNeeds): Promise<void> {
  const span = { from: new Date(night.fromMs).toISOString(), to: new Date(night.toMs).toISOString() }
  if ((await inspectionPoints(store.db, area, { kind: ['night-patrol'], ...span })).length > 0) return
  const stops = stopsAlong([...(memory.layer('streetlights')?.all() ?? [])])
  const records = stops.map(({ road, place }, index) => {
    const id = `${area}-N${night.date.replaceAll('-', '')}-${String(index + 1).padStart(4, '0')}`
    const after: Inspection = {
      ...{ id, kind: 'night-patrol', venueId: null, address: `${road}（演示数据）`, location: place },
      unitGrid: memory.layer('unit-grids')?.around(place, 0)[0]?.id ?? null,
      at: new Date(night.fromMs + AFTER_DUSK_MS + index * STOP_MS).toISOString(),
      ...{ officerTurns: index === 0 ? 2 : 0, hazards: [], casesFiled: 0 },
    }
    return { at: now().toISOString(), kind: 'inspection-made', entity: 'inspection' as const, entityId: id, after }
  })
  if (records.length === 0) return
  await store.transaction(area, async (tx) => {
    await recordHistory(tx, records, { actor: 'system:demo', reason: '演示数据' })
  })
}

/** As few as see the lamps of the roads that are passed, a road after the other. */
function stopsAlong(lamps: readonly Asset[]): { road: string; place: LngLat }[] {
  const roads = new Map<string, LngLat[]>()
  for (const { geometry, fields } of lamps.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
    if (geometry.type === 'Point' && PASSED.includes(String(fields.roadClass))) {
      const road = String(fields.road ?? '')
      roads.set(road, [...(roads.get(road) ?? []), geometry.coordinates])
    }
  const stops: { road: string; place: LngLat }[] = []
  for (const [road, places] of roads) {
    if (random(0, `night patrol ${road}`).chance(LEFT_OUT)) continue
    for (const place of places) {
      if (stops.some((stop) => metresBetween(stop.place, place) <= SEEN_METRES)) continue
      // The farthest one that still sees it.
      const ahead = places.filter((one) => metresBetween(one, place) <= SEEN_METRES)
      stops.push({ road, place: ahead.at(-1) ?? place })
    }
  }
  return stops
}
