import { lastDayOf, type RetentionRun } from '../contract/retention.ts'
import type { Store, Tx } from '../store/store.ts'
import type { Retention } from './retention.ts'

const ACTOR = 'system:retention'

interface Needs {
  /** 6-digit area code of the city. */
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  now: () => Date
}

/** Deletes what is past its days, one batch a transaction, so that nobody waits long for the night's work; a run that is broken off goes on
 *  the next time. Of each kind the log is told once how many went, and nothing of whom. A second node that runs at the same time finds
 *  nothing. */
export async function runRetentions(needs: Needs, retentions: readonly Retention[]): Promise<RetentionRun> {
  const gone: RetentionRun['gone'] = []
  for (const retention of retentions) {
    const count = await runOne(needs, retention)
    if (count) gone.push({ name: retention.name, days: retention.days, count })
  }
  return { at: needs.now().toISOString(), gone }
}

async function runOne({ area, store, now }: Needs, { name, days, due, purge }: Retention): Promise<number> {
  let count = 0
  try {
    for await (const ids of due(store.db, area, lastDayOf(now(), days)))
      count += await store.transaction(area, (tx) => purge(tx, ids))
  } finally {
    // Of a run that fails half way too: what went is gone.
    if (count) await store.transaction(area, (tx) => tell(tx, { name, days, count }, now().toISOString()))
  }
  return count
}

async function tell(tx: Tx, of: RetentionRun['gone'][number], at: string): Promise<void> {
  const after: RetentionRun = { at, gone: [of] }
  const about = { entity: 'retention' as const, entityId: of.name, reason: `${of.days} days` }
  await tx.append([{ ...about, at, actor: ACTOR, kind: 'retention-run', after }])
}
