import { sql } from 'kysely'
import type { Case } from '../../contract/case.ts'
import { wholeCase } from '../../contract/compact-case.ts'
import type { Bbox } from '../../contract/geo.ts'
import type { Scope } from '../../contract/role.ts'
import type { Db } from '../../store/schema.ts'
import { matchingCases } from '../case-filter-of.ts'

/** Whose search it is; undefined sees the whole city. Instants here are Unix milliseconds. */
interface Search {
  scope: Scope | undefined
}

/** Cases of a class in a box, those open, and those closed or left unsolved at or after an instant; in no order, because to find them in the order of
 *  receipt SQLite would read everything of the last weeks. */
export async function earlierCases(
  db: Db,
  city: string,
  { code, bbox, receivedFrom, endedFrom, scope }: Search & EarlierSearch,
): Promise<Case[]> {
  const rows = await matchingCases(db, city, { code: [code], bbox, ...(scope ? { scope } : {}) })
    .select('state')
    // A sum that no index has: the box is narrower than the days.
    .where(sql<number>`received_ms + 0`, '>=', receivedFrom)
    .where(({ or, and, eb }) =>
      or([
        eb('open', '=', 1),
        and([
          eb('status', 'in', ['closed', 'unsolved']),
          eb('closed_ms', 'is not', null),
          eb('closed_ms', '>=', endedFrom),
        ]),
      ]),
    )
    .execute()
  return rows.map(({ state }) => wholeCase(JSON.parse(state)))
}

interface EarlierSearch {
  code: string
  bbox: Bbox
  receivedFrom: number
  endedFrom: number
}

/** What the search for repeats needs of a case. */
export interface SiteRow {
  id: string
  code: string
  asset_id: string | null
  lng: number
  lat: number
  received_ms: number
}

/** Real problems received in [from, to], of one class or all, in a box or the whole city. What was refused or void was none, and what was merged counts
 *  in the other case. */
export async function siteRows(
  db: Db,
  city: string,
  { code, bbox, scope, from, to }: Search & { code?: string | undefined; bbox?: Bbox; from: number; to: number },
): Promise<SiteRow[]> {
  const filter = {
    ...(code === undefined ? {} : { code: [code] }),
    ...(bbox ? { bbox } : {}),
    ...(scope ? { scope } : {}),
  }
  // SQLite takes two ends of time for narrower than a box of 50 m; a sum it has no index for.
  const received = bbox ? sql<number>`received_ms + 0` : sql.ref<number>('received_ms')
  return matchingCases(db, city, filter)
    .select(['id', 'code', 'asset_id', 'lng', 'lat', 'received_ms'])
    .where(received, '>=', from)
    .where(received, '<=', to)
    .where('status', 'not in', ['refused', 'void', 'merged'])
    .execute()
}

/** Cases of these classes that are open, received at or after an instant. */
export async function openCases(
  db: Db,
  city: string,
  { codes, from, scope }: Search & { codes: readonly string[]; from: number },
): Promise<Case[]> {
  const rows = await matchingCases(db, city, { code: codes, open: true, ...(scope ? { scope } : {}) })
    .select('state')
    .where('received_ms', '>=', from)
    .execute()
  return rows.map(({ state }) => wholeCase(JSON.parse(state)))
}

/** Every class that a case ever was of, out of an index. */
export async function classesOfCases(db: Db, city: string): Promise<string[]> {
  const rows = await db.selectFrom('cases').select('code').distinct().where('city', '=', city).execute()
  return rows.map(({ code }) => code)
}

/** Ids of the cases that were joined into one. */
export async function childrenOf(db: Db, city: string, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('city', '=', city)
    .where('parent_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
