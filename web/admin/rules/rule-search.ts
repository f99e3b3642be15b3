export const RULE_TABS = ['conditions', 'trial', 'posts', 'hours', 'calendar'] as const
export type RuleTab = (typeof RULE_TABS)[number]

/** What of the rules is shown, as the address keeps it. */
export interface RuleSearch {
  tab?: RuleTab
  /** A 立案条件 that is open. */
  condition?: string
  /** `matter:06010`: conditions for this class only. */
  class?: string
  year?: string
}

const PATTERNS = {
  condition: /^[a-z][a-z0-9-]{1,60}$/,
  class: /^(component|matter):(\d{5}|L\d{4})$/,
  year: /^(19|20|21)\d{2}$/,
} as const

export function readRuleSearch(raw: Record<string, unknown>): RuleSearch {
  const search: RuleSearch = {}
  const tab = RULE_TABS.find((one) => one === raw.tab)
  if (tab) search.tab = tab
  for (const key of ['condition', 'class', 'year'] as const) {
    const value = raw[key]
    if (typeof value === 'string' && PATTERNS[key].test(value)) search[key] = value
  }
  return search
}
