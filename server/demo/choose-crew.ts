import { metresBetween } from '../city/distance.ts'
import type { Case } from '../contract/case.ts'
import type { Skill } from '../contract/crew.ts'
import { isInShift } from '../contract/shift.ts'
import type { SimCrew } from './simulated.ts'

export interface CrewChoice {
  nowMs: number
  crews: readonly SimCrew[]
  /** Open cases by crew. */
  loads: ReadonlyMap<string, number>
  skillOf: (code: string) => Skill | undefined
}

/** A case in hand weighs as much as so many metres of way. */
const METRES_PER_CASE = 350
/** The contractor whose the thing is goes before others. */
const METRES_OF_ANOTHER = 1_500

/** A crew that is on duty, able, in its area and below its load, the one nearest and freest; undefined while there is none. */
export function chooseCrew(
  of: Pick<Case, 'code' | 'location' | 'unitGrid' | 'owner' | 'crewId'>,
  { nowMs, crews, loads, skillOf }: CrewChoice,
): SimCrew | undefined {
  const skill = skillOf(of.code)
  let best: { one: SimCrew; metres: number } | undefined
  for (const one of crews) {
    const { crew } = one
    const load = loads.get(crew.id) ?? 0
    const isThere = crew.onDuty && one.heldUntilMs <= nowMs && isInShift(crew.shift, nowMs)
    const isFor = skill !== undefined && crew.skills.includes(skill) && isInArea(crew.areas, of.unitGrid)
    if (!isThere || !isFor || load >= crew.loadLimit || crew.id === of.crewId) continue
    const strange = crew.contractor !== null && crew.contractor !== of.owner?.unit
    const metres = metresBetween(one.place, of.location) + load * METRES_PER_CASE + (strange ? METRES_OF_ANOTHER : 0)
    if (!best || metres < best.metres) best = { one, metres }
  }
  return best?.one
}

const isInArea = (areas: readonly string[], unitGrid: string | null): boolean =>
  unitGrid === null || areas.some((area) => unitGrid.startsWith(area))
