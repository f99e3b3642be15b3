import { type Deed, PERMISSIONS, type Subject } from '../../server/contract/permission.ts'
import type { Actor, Role } from '../../server/contract/role.ts'

type Who = Pick<Actor, 'roles'> | null | undefined

const holds = (who: Who, roles: readonly Role[]): boolean => who?.roles.some((role) => roles.includes(role)) ?? false

/** Whether somebody may, as `may` of the contract says; without its library, which the map page does not carry. */
const may = (who: Who, deed: Deed, subject: Subject): boolean => holds(who, PERMISSIONS[subject][deed])

/** The screens that one may go to, in the order of the bar. `guest`: also who has not signed in, where guests read that subject. */
const WORKSPACES = [
  { id: 'map', to: '/', needs: ['read', 'map'] },
  // Who may see where the crews are: those that send them, and those over them.
  { id: 'dispatch', to: '/dispatch', needs: ['read', 'position'] },
  { id: 'plan', to: '/plan', needs: ['read', 'coverage'] },
  { id: 'cases', to: '/cases', needs: ['read', 'case'] },
  { id: 'evaluation', to: '/evaluation', needs: ['read', 'evaluation'] },
  { id: 'admin', to: '/admin', needs: ['read', 'rule'] },
] as const satisfies { id: string; to: string; needs: readonly [Deed, Subject] }[]

/** Whether somebody may make walls show a scene: the right that POST /api/screens/{id}/scene asks for. */
export const mayCallScenes = (who: Who): boolean => may(who, 'write', 'scene')

export type Workspace = (typeof WORKSPACES)[number]

export const workspacesOf = (who: Who, guestsRead: readonly string[]): Workspace[] =>
  WORKSPACES.filter(({ needs: [deed, subject] }) => guestsRead.includes(subject) || may(who, deed, subject))
