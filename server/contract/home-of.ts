import type { Role } from './role.ts'

/** The page on which a role's work lies. */
const HOMES: readonly (readonly [Role, path: string])[] = [
  ['supervisor', '/dispatch'],
  ['duty-lead', '/dispatch'],
  ['acceptor', '/cases'],
  ['inspector', '/cases'],
  ['crew', '/cases'],
  ['commander', '/evaluation'],
  ['planner', '/plan'],
  ['auditor', '/admin/audit'],
  ['admin', '/admin'],
  ['screen', '/wall'],
]

/** Where somebody begins: of several roles that of the first, as urgent as their work is; the map for who has none. */
export const homeOf = (who: { roles: readonly Role[] } | null | undefined): string =>
  HOMES.find(([role]) => who?.roles.includes(role))?.[1] ?? '/'
