/** The address of the list of cases, as texts. A bad part is dropped and the rest stands. */
export interface CaseSearch {
  status?: string
  source?: string
  light?: string
  /** `component:01037` */
  class?: string
  /** `all`: those that have ended too; absent: the open ones. */
  open?: 'all' | 'ended'
  /** Those that wait for one's own post. */
  mine?: 'yes'
  /** Beginning of the number. */
  q?: string
  /** Absent: what is due first. */
  sort?: 'received'
}

const WORDS = /^[a-z0-9-]{1,40}(,[a-z0-9-]{1,40}){0,30}$/
const PATTERNS: Record<keyof CaseSearch, RegExp> = {
  ...{ status: WORDS, source: WORDS, light: WORDS },
  class: /^(component|matter):(\d{5}|L\d{4})$/,
  ...{ open: /^(all|ended)$/, mine: /^yes$/, q: /^\d{1,8}(-\d{0,4})?$/, sort: /^received$/ },
}

export const readCaseSearch = (raw: Record<string, unknown>): CaseSearch =>
  Object.fromEntries(
    Object.entries(PATTERNS).flatMap(([key, pattern]) => {
      const value = raw[key]
      return typeof value === 'string' && pattern.test(value) ? [[key, value]] : []
    }),
  ) as CaseSearch
