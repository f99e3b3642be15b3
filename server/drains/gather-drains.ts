import type { Archives } from '../basemap/archives.ts'
import type { CityPicture } from '../city/city-picture.ts'
import type { ThingColumns } from '../city/read-things.ts'
import type { CleanFirst, DrainRules, Dredging } from '../contract/drain.ts'
import { dateOf, placeInTime } from '../contract/working-time.ts'
import { type Asking, followed } from '../http/ask-book.ts'
import { inSlices } from '../http/in-slices.ts'
import { type DredgedDrain, dueBy, lateCycles, listDredgingInSteps } from '../insight/drains/dredging.ts'
import { type Inlet, inletsInOrder, rankInletsInSteps } from '../insight/drains/rank-inlets.ts'
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

/** Of a request. `limit`: of the rows that are listed; `total` counts all. Throws NobodyWaits when its signal says so. */
interface Asked {
  limit: number
  asking: Asking
}

/** Shares of the whole, as they were measured in a district of 150,000 drains: the rest is sorted. */
const LISTED = { to: 0.8 }
const GATHERED = { to: 0.4 }
const RANKED = { from: 0.6, to: 0.9 }

const MONTH_MS = 30.4375 * 86_400_000

/** When drains have to be dredged. */
export async function dredging({ limit, asking }: Asked, { memory, now, rules }: DrainNeeds): Promise<Dredging> {
  const drains = readDrains(memory)
  const all = followed(drains.all(), asking, { count: drains.count, ...LISTED })
  const told = await inSlices(listDredgingInSteps(all, today(now), rules), asking.signal)
  return { ...told, overdue: told.overdue.slice(0, limit).map(drains.named) }
}

/** 汛前清掏次序. An inlet shares the catchment of its relief cell, or of the sink that it lies in, with the other inlets there. */
export async function cleanFirst(
  { rainMm, limit, asking }: Asked & { rainMm: number },
  needs: DrainNeeds,
): Promise<CleanFirst> {
  const { area, store, memory, archives, now, rules } = needs
  const drains = readDrains(memory)
  const faults = await faultsByThing(store.db, area, now().getTime() - rules.faultMonths * MONTH_MS)
  const all = followed(drains.withPlace(), asking, { count: drains.count, ...GATHERED })
  const inlets = await inSlices(inletsInOrder(all), asking.signal)
  const ground = await groundOf(
    archives,
    inlets.map(({ location }) => location),
  )
  const dueOf = dueBy(today(now), rules)
  function* asRanked(): Generator<Inlet> {
    for (const [at, drain] of inlets.entries()) {
      const { id, name, road, status, location, lowPlace } = drain
      yield {
        id,
        name,
        road,
        status,
        location,
        lowPlace,
        faults: faults.get(id) ?? 0,
        lateCycles: lateCycles(dueOf(drain)),
        catchmentM2: ground?.catchmentM2[at] ?? null,
        sinkM: ground?.sinkM[at] ?? null,
        drainedM2: ground?.drainedM2[at],
      }
    }
  }
  const ranked = followed(asRanked(), asking, { count: inlets.length, ...RANKED })
  const rows = await inSlices(rankInletsInSteps(ranked, rainMm, rules), asking.signal)
  return {
    ...{ rainMm, ground: ground ? 'relief' : 'none', cellM: ground?.cellM ?? null, total: rows.length, rules },
    rows: rows.slice(0, limit).map(drains.named),
  }
}

/** The drains as they are now, whatever changes while they are gone through. Names are read of those alone that are told: most of a district's
 *  150,000 are not. */
function readDrains(memory: DrainNeeds['memory']) {
  const layer = memory.layer('drains')
  const columns = layer?.things({
    texts: ['status', 'kind', 'road', 'dredgedOn', 'lowPlace'],
    numbers: ['dredgeCycleMonths'],
  })
  const textOf = (key: string) => {
    const { words = [], of = [] } = columns?.texts[key] ?? {}
    return (thing: number): string => words[of[thing] ?? -1] ?? ''
  }
  const [status, kind, road, dredgedOn] = [textOf('status'), textOf('kind'), textOf('road'), textOf('dredgedOn')]
  const lowPlace = textOf('lowPlace')
  const drainAt = ({ idOf, placeOf, numbers }: ThingColumns, thing: number): DredgedDrain => {
    const months = numbers.dredgeCycleMonths?.[thing] ?? 0
    // In one piece: of so many, each spread is felt.
    return {
      id: idOf(thing),
      name: '',
      status: status(thing),
      location: placeOf(thing),
      kind: kind(thing),
      road: road(thing),
      dredgedOn: dredgedOn(thing) || null,
      cycleMonths: months > 0 ? months : null,
    }
  }
  return {
    count: columns?.count ?? 0,
    *all(): Generator<DredgedDrain> {
      if (columns) for (let thing = 0; thing < columns.count; thing++) yield drainAt(columns, thing)
    },
    *withPlace(): Generator<DredgedDrain & { lowPlace: boolean }> {
      if (!columns) return
      for (let thing = 0; thing < columns.count; thing++)
        yield { ...drainAt(columns, thing), lowPlace: lowPlace(thing) === 'true' }
    },
    named: <R extends { id: string; name: string }>(row: R): R => ({
      ...row,
      name: layer?.get(row.id)?.name ?? row.id,
    }),
  }
}

const today = (now: () => Date): string => dateOf(placeInTime(now().toISOString()).day)
