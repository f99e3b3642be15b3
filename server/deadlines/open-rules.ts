import type { LogRow } from '../contract/log.ts'
import { StoredRule } from '../contract/stored-rule.ts'
import type { Db } from '../store/schema.ts'
import { newestRuleSeq, rulesBehind } from './rule-store.ts'
import { makeRulebook, type Rulebook, type ShippedDeadlines } from './rulebook.ts'

/** The rules of a city, kept in memory and in step with the log on every node. */
export interface CityRules {
  /** As far as this node has followed the log. */
  now(): Rulebook
  /** As they stand in a transaction: a rule that another node changed a moment ago is in it. */
  seenBy(db: Db): Promise<Rulebook>
  load(db: Db): Promise<void>
  apply(rows: readonly LogRow[]): void
}

export function openRules(shipped: ShippedDeadlines, city: string): CityRules {
  let changes: readonly StoredRule[] = []
  let seq = 0
  let book = makeRulebook(shipped, changes)
  const keep = (more: readonly StoredRule[], upTo: number): void => {
    if (more.length > 0) {
      changes = [...changes, ...more]
      book = makeRulebook(shipped, changes)
    }
    seq = Math.max(seq, upTo)
  }
  return {
    now: () => book,
    async seenBy(db) {
      const [known, base] = [seq, changes]
      if ((await newestRuleSeq(db, city)) <= known) return book
      return makeRulebook(shipped, [...base, ...(await rulesBehind(db, city, known))])
    },
    async load(db) {
      const upTo = await newestRuleSeq(db, city)
      const read = await rulesBehind(db, city, seq)
      keep(read, upTo)
    },
    apply(rows) {
      const behind = rows.filter((row) => row.entity === 'rule' && row.seq > seq)
      const last = behind.at(-1)
      if (last)
        keep(
          behind.map(({ after }) => StoredRule.parse(after)),
          last.seq,
        )
    },
  }
}
