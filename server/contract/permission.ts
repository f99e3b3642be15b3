import { Ability, type RawRuleOf } from '@casl/ability'
import { Role } from './role.ts'

/** What can be read or changed, route by route. */
export const SUBJECTS = [
  'map', //        layers, things, tiles, search, the city
  'asset', //      adding, changing and removing things
  'case',
  'complainant', // a name and a phone, in clear
  'original-photo',
  'crew',
  'duty', //       putting a crew on and off duty: its own people theirs, who leads or sets up crews any
  'position',
  'geofence',
  'handover', //   from one shift to the next
  'plan', //       of the day, with where crews are; what is foreseen
  'upkeep', //     lamps, drains, the landfill, yards: how they stand, and what would change them
  'reading', //    what a gateway measured
  'manifest', //   loads of construction waste
  'inspection',
  'evaluation',
  'coverage', // what is missing where, drafts and proposals
  'census', //     how well the things were taken down
  'spot', //       blind spots, hot spots, two periods side by side
  'rule',
  'person',
  'screen',
  'scene', //      what walls show: reading their round, making one show a scene
  'screen-report', // a wall tells how it is
  'audit',
] as const
export type Subject = (typeof SUBJECTS)[number]
export type Deed = 'read' | 'write'

const STAFF: readonly Role[] = ['acceptor', 'duty-lead', 'supervisor', 'inspector', 'planner', 'commander', 'admin']
const EVERYBODY: readonly Role[] = [...STAFF, 'crew', 'auditor']
/** A wall shows the city at work, and nobody by name (W14). */
const AND_WALLS: readonly Role[] = [...EVERYBODY, 'screen']

/** Who may what. `case` `write` only opens the door: which action in which state is CASE_LIFE's. */
export const PERMISSIONS: Record<Subject, Record<Deed, readonly Role[]>> = {
  map: { read: AND_WALLS, write: [] },
  asset: { read: EVERYBODY, write: ['planner', 'admin'] },
  case: { read: AND_WALLS, write: ['acceptor', 'duty-lead', 'supervisor', 'inspector', 'crew', 'commander'] },
  complainant: { read: ['acceptor', 'duty-lead'], write: ['acceptor'] },
  'original-photo': { read: ['duty-lead', 'auditor'], write: [] },
  crew: { read: AND_WALLS, write: ['supervisor', 'admin'] },
  duty: { read: [], write: ['crew', 'supervisor', 'admin'] },
  position: { read: ['supervisor', 'duty-lead', 'commander', 'screen'], write: ['crew'] },
  geofence: {
    read: ['supervisor', 'duty-lead', 'commander', 'planner', 'admin', 'auditor', 'screen'],
    write: ['supervisor', 'admin'],
  },
  handover: { read: ['supervisor', 'duty-lead', 'commander', 'auditor'], write: ['supervisor', 'duty-lead'] },
  plan: { read: ['supervisor', 'duty-lead', 'commander'], write: ['supervisor', 'duty-lead'] },
  upkeep: { read: ['planner', 'supervisor', 'commander'], write: ['planner', 'supervisor'] },
  reading: { read: ['planner', 'supervisor', 'commander'], write: [] },
  manifest: { read: ['planner', 'supervisor', 'commander'], write: ['planner'] },
  inspection: { read: AND_WALLS, write: ['inspector'] },
  evaluation: {
    read: ['duty-lead', 'supervisor', 'planner', 'commander', 'admin', 'auditor', 'screen'],
    write: [],
  },
  coverage: { read: ['planner'], write: ['planner'] },
  census: { read: ['planner', 'admin'], write: [] },
  spot: { read: ['planner', 'supervisor'], write: [] },
  rule: { read: EVERYBODY, write: ['admin'] },
  person: { read: ['admin', 'auditor'], write: ['admin'] },
  screen: { read: ['admin', 'commander', 'auditor'], write: ['admin'] },
  scene: { read: AND_WALLS, write: ['supervisor', 'commander', 'admin'] },
  'screen-report': { read: [], write: ['screen'] },
  audit: { read: ['auditor'], write: [] },
}

type Rights = Ability<[Deed, Subject], never>

const rightsOf = (role: Role): RawRuleOf<Rights>[] =>
  SUBJECTS.flatMap((subject) =>
    (['read', 'write'] as const)
      .filter((deed) => PERMISSIONS[subject][deed].includes(role))
      .map((action) => ({ action, subject })),
  )

const known = new Map<string, Rights>()

/** What the roles may together, as CASL's ability. There are few sets of roles, and each is worked out once. */
export function abilityOf({ roles }: { roles: readonly Role[] }): Rights {
  const name = Role.options.filter((role) => roles.includes(role)).join()
  const ability = known.get(name) ?? new Ability<[Deed, Subject], never>(roles.flatMap(rightsOf))
  known.set(name, ability)
  return ability
}

/** Whether somebody may, of what is theirs; which rows are theirs is isInScope's (scope.ts). */
export const may = (actor: { roles: readonly Role[] }, deed: Deed, subject: Subject): boolean =>
  abilityOf(actor).can(deed, subject)
