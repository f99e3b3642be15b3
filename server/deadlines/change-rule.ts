import type { CodeRegistry } from '../contract/code-registry.ts'
import type { RuleChange } from '../contract/rule-change.ts'
import type { StoredRule } from '../contract/stored-rule.ts'
import { answerOnce, type Once } from '../store/answer-once.ts'
import { canonicalJson } from '../store/canonical-json.ts'
import type { Store } from '../store/store.ts'
import { isRemoved, nextRule, presentRule } from './decide-rule.ts'
import { faultOfRule } from './fault-of-rule.ts'
import type { CityRules } from './open-rules.ts'
import { RuleRefused } from './rule-refused.ts'
import { addRule } from './rule-store.ts'

export interface RuleNeeds {
  area: string
  store: Pick<Store, 'transaction'>
  codes: CodeRegistry
  rules: CityRules
  now: () => Date
}

/** The versions that the caller saw, any, or that it did not say. */
export type SeenVersion = readonly number[] | '*' | undefined

/** What stands now, and the log row that made it so; 0 where nothing was written. */
export interface RuleOutcome {
  seq: number
  stored: StoredRule
}

/** Whoever asked has been told by then that it took too long (http/limits.ts). */
const LONGEST_WAIT_MS = 10_000

/** Makes a new version of a rule, or a new rule; one that is as it was writes nothing. Cases keep the version that they have (D4). Throws
 *  RuleRefused, KeyReused. */
export async function changeRule(
  { change, seen, reason }: { change: RuleChange; seen: SeenVersion; reason: string | null },
  { actor, once }: { actor: string; once: Once | undefined },
  { area, store, codes, rules, now }: RuleNeeds,
): Promise<RuleOutcome & { again: boolean }> {
  const fault = faultOfRule(change, codes)
  if (fault) throw new RuleRefused('bad', 'bad-rule', fault.message, { at: fault.at })
  const asked = performance.now()
  const { answer, again } = await store.transaction(area, (tx) => {
    if (performance.now() - asked > LONGEST_WAIT_MS)
      throw new RuleRefused('busy', 'busy', 'The city is being written to; nothing was changed, try again.')
    return answerOnce(tx, once, async (): Promise<RuleOutcome> => {
      const present = presentRule(change, await rules.seenBy(tx.db))
      const at = now().toISOString()
      const stored = nextRule(change, present, at)
      checkSeen(seen, isRemoved(present) ? undefined : present)
      if (present && isSame(present, stored)) return { seq: 0, stored: present }
      return { seq: await addRule(tx, stored, { actor, reason, at }), stored }
    })
  })
  return { ...answer, again }
}

function checkSeen(seen: SeenVersion, present: StoredRule | undefined): void {
  const version = present?.rule.version
  if (seen === undefined && version !== undefined)
    throw new RuleRefused('unseen', 'no-if-match', 'Send If-Match with the ETag that GET answered.', {
      present: version,
    })
  if (seen === undefined) return
  if (version === undefined) throw new RuleRefused('stale', 'stale', 'There is no such rule yet.')
  if (seen !== '*' && !seen.includes(version))
    throw new RuleRefused('stale', 'stale', `The rule is at version ${version} now.`, { present: version })
}

const isSame = (one: StoredRule, other: StoredRule): boolean => {
  const { version, validFrom } = one.rule
  return canonicalJson(one) === canonicalJson({ ...other, rule: { ...other.rule, version, validFrom } })
}
