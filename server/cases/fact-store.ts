import type { Case } from '../contract/case.ts'
import type { CaseFact } from '../contract/case-fact.ts'
import { wholeCase } from '../contract/compact-case.ts'
import type { Db } from '../store/schema.ts'

const PAGE = 5_000

/** Every case of a city as rates see it, in pages, out of the columns: no state is parsed. */
export async function* eachCaseFact(db: Db, city: string): AsyncGenerator<CaseFact[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .selectFrom('cases')
      .select(['id', 'unit_grid', 'responsibility_grid', 'crew_id', 'contractor', 'kind', 'code', 'source', 'method'])
      .select(['status', 'received_ms', 'accepted_ms', 'filed_ms', 'dispatched_ms', 'handled_ms', 'verified_ms'])
      .select(['closed_ms', 'due_ms', 'posts_done', 'posts_late', 'reworks', 'extensions'])
      .where('city', '=', city)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => ({
      id: row.id,
      unitGrid: row.unit_grid,
      responsibilityGrid: row.responsibility_grid,
      crewId: row.crew_id,
      contractor: row.contractor,
      class: `${row.kind}:${row.code}`,
      ...{ source: row.source, method: row.method, status: row.status },
      receivedMs: row.received_ms,
      acceptedMs: row.accepted_ms,
      filedMs: row.filed_ms,
      dispatchedMs: row.dispatched_ms,
      handledMs: row.handled_ms,
      verifiedMs: row.verified_ms,
      closedMs: row.closed_ms,
      dueMs: row.due_ms,
      ...{ postsDone: row.posts_done, postsLate: row.posts_late },
      ...{ reworks: row.reworks, extensions: row.extensions },
    }))
    after = last.id
  }
}

/** The cases of these ids as they stand now, in the order of the ids; at most as many as one query takes. */
export async function casesOfIds(db: Db, city: string, ids: readonly string[]): Promise<Case[]> {
  if (!ids.length) return []
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'state'])
    .where('city', '=', city)
    .where('id', 'in', ids)
    .execute()
  const states = new Map(rows.map(({ id, state }) => [id, state]))
  return ids.flatMap((id) => {
    const state = states.get(id)
    return state === undefined ? [] : [wholeCase(JSON.parse(state))]
  })
}
