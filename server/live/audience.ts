import { type Crew, isCrewInScope } from '../contract/crew.ts'
import type { LiveChange, Topic } from '../contract/live.ts'
import type { Scope } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import type { CaseFace, LiveRow, View } from './live-row.ts'

/** What of a crew decides who hears of it. */
export type ScopedCrew = Pick<Crew, 'id' | 'areas' | 'contractor'>

/** All who listen to the same and may see the same. */
export interface Audience {
  topics: ReadonlySet<Topic>
  /** What of the city is theirs; undefined: all of it, for guests. */
  scope: Scope | undefined
}

export const keyOf = ({ topics, scope }: Audience): string => JSON.stringify([[...topics].sort(), scope ?? null])

const TOPIC_OF: Record<Exclude<LiveChange['entity'], 'case'>, Topic> = {
  ...{ city: 'city', import: 'assets', asset: 'assets', inspection: 'inspections' },
  ...{ crew: 'crews', crossing: 'positions', screen: 'screens', rule: 'rules' },
  // A wall hears that its round was changed, or that it is called, by the topic that every wall listens to.
  ...{ geofence: 'geofences', handover: 'handovers', scene: 'city' },
}

/** How an audience sees a row; undefined when it is none of theirs. */
export function viewOf({ change, before, crew }: LiveRow, audience: Audience): View | undefined {
  if (change.entity === 'case') {
    const sawIt = before !== undefined && seesCase(audience, before)
    if (!seesCase(audience, change.state)) return sawIt ? 'gone' : undefined
    return sawIt ? 'change' : 'new'
  }
  if (!audience.topics.has(TOPIC_OF[change.entity])) return undefined
  if (change.entity === 'crew' || change.entity === 'crossing')
    return crew && seesCrew(audience, crew) ? 'change' : undefined
  return change.entity !== 'inspection' || isInArea(audience, change.state.unitGrid) ? 'change' : undefined
}

export function seesCase({ topics, scope }: Audience, face: CaseFace): boolean {
  const listens = topics.has('cases') || (topics.has('alarms') && face.urgency === 'emergency')
  return listens && (scope === undefined || isInScope(scope, face))
}

/** A visit is nobody's contract. */
const isInArea = ({ scope }: Audience, unitGrid: string | null): boolean =>
  scope === undefined ||
  isInScope({ ...scope, contractor: null, crewId: null }, { unitGrid, contractor: null, crewId: null })

export const seesCrew = ({ scope }: Audience, crew: ScopedCrew): boolean =>
  scope === undefined || isCrewInScope(scope, crew)
