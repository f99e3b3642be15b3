import { setImmediate } from 'node:timers/promises'
import type { Entity } from '../contract/log.ts'
import type { Db } from './schema.ts'
import { statesBefore } from './state-at.ts'

const PAGE = 1_000

/** How things stood when the log ended at `at`, of all that have a row behind `after` and, where it is given, not behind `upTo`: their whole
 *  states by id, undefined where there was none, in pages, each id once. What the two ends of a span differ in is among them. */
export async function* statesBetween(
  db: Db,
  { city, entity, after, upTo, at }: { city: string; entity: Entity; after: number; upTo?: number; at: number },
): AsyncGenerator<Map<string, unknown>> {
  const seen = new Set<string>()
  for (let from = after; ; ) {
    // The entity is told here and not in the query, lest a planner take the index by entity and sort the whole log.
    let rows = db.selectFrom('log').select(['seq', 'entity', 'entity_id'])
    rows = rows.where('city', '=', city).where('seq', '>', from)
    if (upTo !== undefined) rows = rows.where('seq', '<=', upTo)
    const page = await rows.orderBy('seq').limit(PAGE).execute()
    const last = page.at(-1)
    if (!last) return
    const changed = page.filter((row) => row.entity === entity).map((row) => row.entity_id)
    const ids = [...new Set(changed)].filter((id) => !seen.has(id))
    const states = await statesBefore(db, { city, entity, ids, seq: at + 1 })
    for (const id of ids) seen.add(id)
    yield new Map(ids.map((id) => [id, states.get(id)?.after ?? undefined]))
    if (page.length < PAGE) return
    from = last.seq
    await setImmediate()
  }
}
