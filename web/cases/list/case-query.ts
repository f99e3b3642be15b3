import type { CaseStatus } from '../../../server/contract/case.ts'
import { CASE_LIFE, type CaseAction } from '../../../server/contract/case-life.ts'
import type { Role } from '../../../server/contract/role.ts'
import type { Query } from '../../api.ts'
import type { CaseSearch } from './case-search.ts'

/** The steps that take a case on; what can be done at any time (a note, a request) is nobody's turn. */
export const ONWARD: readonly CaseAction[] = [
  ...(['accept', 'answer-check', 'file', 'dispatch', 'take', 'feed-back'] as const),
  ...(['ask-verification', 'pass', 'close', 'resume'] as const),
]

/** Where cases stand that wait for these posts. */
export function waitsFor(roles: readonly Role[]): CaseStatus[] {
  const turns = ONWARD.filter((action) => CASE_LIFE[action].roles.some((role) => roles.includes(role)))
  return [...new Set(turns.flatMap((action) => CASE_LIFE[action].from))]
}

/** What the server is asked for, page by page. */
export function caseQuery({ open, mine, class: of, sort, ...rest }: CaseSearch, roles: readonly Role[]): Query {
  const [kind, code] = of?.split(':') ?? []
  const waiting = mine && roles.length > 0 ? waitsFor(roles).join(',') : undefined
  const opened = open === 'all' ? undefined : open === 'ended' ? 'false' : 'true'
  return { ...rest, status: waiting ?? rest.status, open: opened, kind, code, sort: sort ?? 'due' }
}
