import type { Case } from '../contract/case.ts'
import { wholeCase } from '../contract/compact-case.ts'
import type { LogRow } from '../contract/log.ts'
import type { Db } from '../store/schema.ts'

/** Behind the last row: a city whose things change all day has its last steps of cases far back in the log, and nobody waits for more. */
const ROWS_LOOKED_AT = 50_000

/** Rows of cases out of the last of the log, the oldest first. */
export async function lastCaseRows(
  db: Db,
  city: string,
  limit: number,
): Promise<Pick<LogRow, 'seq' | 'at' | 'kind' | 'entity' | 'entityId' | 'after'>[]> {
  const head = await db.selectFrom('city_heads').select('seq').where('city', '=', city).executeTakeFirst()
  const rows = await db
    .selectFrom('log')
    .select(['seq', 'at', 'kind', 'entity_id', 'after'])
    .where('city', '=', city)
    .where('seq', '>', (head?.seq ?? 0) - ROWS_LOOKED_AT)
    .where('entity', '=', 'case')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.toReversed().map(({ seq, at, kind, entity_id, after }) => ({
    ...{ seq, at, kind, entity: 'case' as const, entityId: entity_id },
    after: after === null ? null : (wholeCase(JSON.parse(after)) satisfies Case),
  }))
}
