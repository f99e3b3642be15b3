import type { Case } from '../contract/case.ts'
import type { CaseAsk, NewReport } from '../contract/case-input.ts'
import type { Crew, CrewPosition } from '../contract/crew.ts'
import type { LngLat } from '../contract/geo.ts'
import type { Post } from '../contract/role.ts'

/** An open case, as the demo's simulator keeps it in mind. */
export interface SimCase {
  state: Case
  /** The log row that brought the state. */
  seq: number
  /** When it was first seen so: waits count from there, Unix ms. */
  sinceMs: number
  /** Somebody works on it by hand: it is theirs until then. */
  heldUntilMs: number
}

/** What a crew drives to. */
export type Goal = { caseId: string } | 'patrol' | 'base'

/** A crew of the demo, as it is driven about. */
export interface SimCrew {
  crew: Crew
  seq: number
  base: LngLat
  place: LngLat
  /** What is left of its way, the next place first; empty where it stands. */
  way: readonly LngLat[]
  goal: Goal
  /** Since when it is where it wanted to be, Unix ms. */
  arrivedMs: number | null
  /** How long it rests there before the next round, Unix ms. */
  restUntilMs: number
  toldMs: number
  heldUntilMs: number
}

/** Who does it: whoever has the post in the demo, or the people of a crew. */
export type Doer = { post: Post } | { crewId: string }

/** One thing that is to be done now, through the verb that anybody uses. */
export type Deed =
  | { do: 'act'; by: Doer; id: string; seq: number; ask: CaseAsk }
  | { do: 'photo'; by: Doer; id: string; seq: number }
  | { do: 'report'; by: Doer; report: NewReport }
  | { do: 'duty'; crewId: string; onDuty: boolean }
  | { do: 'tell'; crewId: string; position: CrewPosition }
