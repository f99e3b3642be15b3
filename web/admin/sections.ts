import { type Deed, may, type Subject } from '../../server/contract/permission.ts'
import type { Actor } from '../../server/contract/role.ts'

/** What is set up where, and what one must be able to read for it. */
export const SECTIONS = [
  { id: 'people', to: '/admin/people', subject: 'person' },
  { id: 'screens', to: '/admin/screens', subject: 'screen' },
  { id: 'scenes', to: '/admin/scenes', subject: 'screen' },
  { id: 'rules', to: '/admin/rules', subject: 'rule' },
  { id: 'crews', to: '/admin/crews', subject: 'crew' },
  { id: 'fences', to: '/admin/fences', subject: 'geofence' },
  { id: 'audit', to: '/admin/audit', subject: 'audit' },
] as const satisfies { id: string; to: string; subject: Subject }[]

export type Section = (typeof SECTIONS)[number]

type Who = Pick<Actor, 'roles'> | null | undefined

export const canDo = (who: Who, deed: Deed, subject: Subject): boolean => (who ? may(who, deed, subject) : false)

export const sectionsOf = (who: Who): Section[] => SECTIONS.filter(({ subject }) => canDo(who, 'read', subject))
