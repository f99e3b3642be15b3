import type { Entity } from '../contract/log.ts'
import type { Db } from './schema.ts'

/** One thing as it stood: the last `after` of its rows. */
export interface PastState {
  entityId: string
  seq: number
  at: string
  after: unknown
}

const PAGE = 1_000

/** Every thing of an entity as it stood when the log ended at `seq`, in the order of id, in pages; what was gone by then is left out. */
export async function* statesAt(
  db: Db,
  { city, entity, seq }: { city: string; entity: Entity; seq: number },
): AsyncGenerator<PastState[]> {
  for (let after = ''; ; ) {
    const last = await db
      .selectFrom('log')
      .select(({ fn }) => ['entity_id', fn.max('seq').as('seq')])
      .where('city', '=', city)
      .where('entity', '=', entity)
      .where('seq', '<=', seq)
      .where('entity_id', '>', after)
      .groupBy('entity_id')
      .orderBy('entity_id')
      .limit(PAGE)
      .execute()
    const end = last.at(-1)
    if (!end) return
    const states = await readStates(
      db,
      city,
      last.map((row) => Number(row.seq)),
    )
    yield states.filter((state) => state.after !== null)
    after = end.entity_id
  }
}

/** What things were just before row `seq`: the newest earlier row of each. An id without an earlier row is not in the answer; one that
 *  was removed has `after` null. Undoing an import asks this. */
export async function statesBefore(
  db: Db,
  { city, entity, ids, seq }: { city: string; entity: Entity; ids: readonly string[]; seq: number },
): Promise<Map<string, PastState>> {
  const found = new Map<string, PastState>()
  for (let from = 0; from < ids.length; from += PAGE) {
    const last = await db
      .selectFrom('log')
      .select(({ fn }) => ['entity_id', fn.max('seq').as('seq')])
      .where('city', '=', city)
      .where('entity', '=', entity)
      .where('seq', '<', seq)
      .where('entity_id', 'in', ids.slice(from, from + PAGE))
      .groupBy('entity_id')
      .execute()
    if (!last.length) continue
    const states = await readStates(
      db,
      city,
      last.map((row) => Number(row.seq)),
    )
    for (const state of states) found.set(state.entityId, state)
  }
  return found
}

async function readStates(db: Db, city: string, seqs: number[]): Promise<PastState[]> {
  const rows = await db
    .selectFrom('log')
    .select(['entity_id', 'seq', 'at', 'after'])
    .where('city', '=', city)
    .where('seq', 'in', seqs)
    .orderBy('entity_id')
    .execute()
  return rows.map(({ entity_id, seq, at, after }) => ({
    entityId: entity_id,
    seq,
    at,
    after: after === null ? null : JSON.parse(after),
  }))
}
