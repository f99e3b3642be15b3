import { ruleId, type StoredRule } from '../contract/stored-rule.ts'
import type { Db } from '../store/schema.ts'
import type { Tx } from '../store/store.ts'

/** What the bureau set, behind the log row `after`, oldest first. */
export async function rulesBehind(db: Db, city: string, after: number): Promise<StoredRule[]> {
  const rows = await db
    .selectFrom('rules')
    .select('state')
    .where('city', '=', city)
    .where('seq', '>', after)
    .orderBy('seq')
    .execute()
  return rows.map(({ state }) => JSON.parse(state) as StoredRule)
}

/** The log row that brought the newest of them; 0 while there is none. */
export async function newestRuleSeq(db: Db, city: string): Promise<number> {
  const row = await db
    .selectFrom('rules')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('city', '=', city)
    .executeTakeFirst()
  return Number(row?.seq ?? 0)
}

/** Keeps a new version with its log row, and answers that. Throws when the version is there already. */
export async function addRule(
  tx: Tx,
  stored: StoredRule,
  { actor, reason, at }: { actor: string; reason: string | null; at: string },
): Promise<number> {
  const id = ruleId(stored)
  const entityId = id === stored.kind ? id : `${stored.kind}:${id}`
  const kind = `${stored.kind}-changed`
  const seq = await tx.append([{ at, actor, kind, entity: 'rule', entityId, after: stored, reason }])
  const { version, validFrom } = stored.rule
  const row = { city: tx.city, kind: stored.kind, id, version, valid_from: validFrom }
  await tx.write('rules', [{ ...row, state: JSON.stringify(stored), seq }], 'fail')
  return seq
}
