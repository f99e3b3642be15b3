import type { Case } from '../contract/case.ts'
import { wholeCase } from '../contract/compact-case.ts'
import type { Crossing } from '../contract/geofence.ts'
import { seqAt } from '../store/read-log.ts'
import type { Db } from '../store/schema.ts'
import { statesBefore } from '../store/state-at.ts'

/** A row of the log about a crew's work. */
export type WorkRow =
  | { is: 'case'; seq: number; at: string; kind: string; state: Case }
  | { is: 'crossing'; seq: number; at: string; kind: string; state: Crossing }

const PAGE = 2_000

/** The rows of these kinds from one instant up to another (ISO), oldest first, in pages. */
export async function* workRows(
  db: Db,
  city: string,
  { from, to, kinds }: { from: string; to: string; kinds: readonly string[] },
): AsyncGenerator<WorkRow[]> {
  const last = await seqAt(db, city, justBefore(to))
  for (let after = await seqAt(db, city, justBefore(from)); after < last; ) {
    const rows = await db
      .selectFrom('log')
      .select(['seq', 'at', 'kind', 'entity', 'after'])
      .where('city', '=', city)
      .where('seq', '>', after)
      .where('seq', '<=', last)
      .where('kind', 'in', kinds)
      .where('entity', 'in', ['case', 'crossing'])
      .orderBy('seq')
      .limit(PAGE)
      .execute()
    yield rows.flatMap(({ seq, at, kind, entity, after: text }): WorkRow[] => {
      if (text === null) return []
      const state: unknown = JSON.parse(text)
      return entity === 'case'
        ? [{ is: 'case', seq, at, kind, state: wholeCase(state) }]
        : [{ is: 'crossing', seq, at, kind, state: state as Crossing }]
    })
    if (rows.length < PAGE) return
    after = rows.at(-1)?.seq ?? last
  }
}

/** Which crew each of these cases had just before row `seq`; one without is not in it. */
export async function crewsBefore(
  db: Db,
  city: string,
  ids: readonly string[],
  seq: number,
): Promise<Map<string, string>> {
  const states = await statesBefore(db, { city, entity: 'case', ids, seq })
  return new Map(
    [...states].flatMap(([id, { after }]): [string, string][] => {
      const { crewId } = wholeCase(after ?? {})
      return crewId === null || crewId === undefined ? [] : [[id, crewId]]
    }),
  )
}

const justBefore = (instant: string): string => new Date(Date.parse(instant) - 1).toISOString()
