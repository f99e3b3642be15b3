import type { CityMemory } from '../city/city.ts'
import type { Case } from '../contract/case.ts'
import type { LiveCase, LivePicture } from '../contract/live.ts'
import type { Store } from '../store/store.ts'
import { type Audience, seesCase } from './audience.ts'
import { liveCaseOf } from './live-row.ts'
import { openCases } from './live-store.ts'
import { worstLight } from './open-lights.ts'

export interface PictureNeeds {
  /** 6-digit area code. */
  area: string
  store: Pick<Store, 'db' | 'head'>
  memory: CityMemory
  now: () => Date
}

/** Cases that are not ended, and the row of the log that they are of. */
export interface OpenNow {
  seq: number
  cases: LiveCase[]
}

/** A wall shows a handful; a storm is counted. */
const MOST_EMERGENCIES = 100
const TRIES = 5

/** The head before and after agree when nothing was written meanwhile. Where the city is never still, the earlier one is answered: the rows
 *  behind it are then told once more, each a whole state. */
export async function readOpenCases({ area, store }: Pick<PictureNeeds, 'area' | 'store'>): Promise<OpenNow> {
  let { seq } = await store.head(area)
  for (let left = TRIES; ; left--) {
    const cases: Case[] = await openCases(store.db, area)
    const after = await store.head(area)
    if (after.seq === seq || left === 0) return { seq, cases: cases.map(liveCaseOf) }
    seq = after.seq
  }
}

/** What an audience sees when it begins to listen. */
export function pictureFor(
  audience: Audience,
  { open, memory, now }: { open: OpenNow; memory: CityMemory; now: Date },
): LivePicture {
  const { topics } = audience
  const mine = open.cases.filter((one) => seesCase(audience, one))
  return {
    seq: open.seq,
    at: now.toISOString(),
    topics: [...topics],
    ...(topics.has('assets') ? { assets: { layers: layersNow(memory) } } : {}),
    ...(topics.has('cases') ? { cases: countOpen(mine, now.getTime()) } : {}),
    ...(topics.has('cases') || topics.has('alarms')
      ? { emergencies: mine.filter(({ urgency }) => urgency === 'emergency').slice(0, MOST_EMERGENCIES) }
      : {}),
  }
}

const layersNow = (memory: CityMemory) =>
  Object.fromEntries(
    memory.layers().flatMap(({ id }) => {
      const layer = memory.layer(id)
      return layer ? [[id, { version: layer.tag, count: layer.count }] as const] : []
    }),
  )

function countOpen(cases: readonly LiveCase[], now: number): NonNullable<LivePicture['cases']> {
  const statuses: NonNullable<LivePicture['cases']>['statuses'] = {}
  const lights: NonNullable<LivePicture['cases']>['lights'] = {}
  for (const { status, clocks } of cases) {
    statuses[status] = (statuses[status] ?? 0) + 1
    const light = worstLight(clocks, now)
    lights[light] = (lights[light] ?? 0) + 1
  }
  return { open: cases.length, statuses, lights }
}
