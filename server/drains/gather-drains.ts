import type { Archives } from '../basemap/archives.ts'
import type { CityPicture } from '../city/city-picture.ts'
import type { CleanFirst, DrainRules, Dredging } from '../contract/drain.ts'
import { dateOf, placeInTime } from '../contract/working-time.ts'
import { type DredgedDrain, dredgingRow, lateCycles, listDredging } from '../insight/drains/dredging.ts'
import { type Inlet, rankInlets } from '../insight/drains/rank-inlets.ts'
import { faultsByThing } from '../replacement/fault-store.ts'
import type { Store } from '../store/store.ts'
import { groundOf } from './ground-book.ts'

export interface DrainNeeds {
  area: string
  store: Pick<Store, 'db'>
  memory: Pick<CityPicture, 'layer'>
  archives: Pick<Archives, 'relief'>
  now: () => Date
  rules: DrainRules
}

const MONTH_MS = 30.4375 * 86_400_000

/** When drains have to be dredged. @param limit of the overdue ones that are listed; `total` counts all */
export function dredging({ limit }: { limit: number }, { memory, now, rules }: DrainNeeds): Dredging {
  const told = listDredging(
    [...drainsOf(memory)].map(({ drain }) => drain),
    today(now),
    rules,
  )
  return { ...told, overdue: told.overdue.slice(0, limit) }
}

/** 汛前清掏次序. An inlet shares the catchment of its relief cell, or of the sink that it lies in, with the other inlets there. */
export async function cleanFirst(
  { rainMm, limit }: { rainMm: number; limit: number },
  needs: DrainNeeds,
): Promise<CleanFirst> {
  const { area, store, memory, archives, now, rules } = needs
  const faults = await faultsByThing(store.db, area, now().getTime() - rules.faultMonths * MONTH_MS)
  // In an order that does not follow changes: the ground of the same places is known.
  const inlets = [...drainsOf(memory)]
    .filter(({ drain }) => drain.kind === 'inlet')
    .sort((a, b) => (a.drain.id < b.drain.id ? -1 : 1))
  const ground = await groundOf(
    archives,
    inlets.map(({ drain }) => drain.location),
  )
  const day = today(now)
  const rows = rankInlets(
    inlets.map(({ drain, lowPlace }, at): Inlet => {
      const { id, name, road, status, location } = drain
      const late = lateCycles(dredgingRow(drain, day, rules))
      return {
        id,
        name,
        road,
        status,
        location,
        lowPlace,
        faults: faults.get(id) ?? 0,
        lateCycles: late,
        catchmentM2: ground?.catchmentM2[at] ?? null,
        sinkM: ground?.sinkM[at] ?? null,
      }
    }),
    rainMm,
    rules,
  )
  return {
    ...{ rainMm, ground: ground ? 'relief' : 'none', cellM: ground?.cellM ?? null, total: rows.length, rules },
    rows: rows.slice(0, limit),
  }
}

function* drainsOf(memory: DrainNeeds['memory']): Generator<{ drain: DredgedDrain; lowPlace: boolean }> {
  for (const { id, name, status, geometry, fields } of memory.layer('drains')?.all() ?? []) {
    if (geometry.type !== 'Point') continue
    const { kind, road, dredgedOn, dredgeCycleMonths, lowPlace } = fields
    const drain = {
      ...{ id, name, status, location: geometry.coordinates, kind: String(kind ?? ''), road: String(road ?? '') },
      dredgedOn: typeof dredgedOn === 'string' ? dredgedOn : null,
      cycleMonths: typeof dredgeCycleMonths === 'number' && dredgeCycleMonths > 0 ? dredgeCycleMonths : null,
    }
    yield { drain, lowPlace: lowPlace === true }
  }
}

const today = (now: () => Date): string => dateOf(placeInTime(now().toISOString()).day)
