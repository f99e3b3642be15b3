import { metresBetween } from '../../city/distance.ts'
import type { Case } from '../../contract/case.ts'
import type { Crew, CrewPosition, Skill } from '../../contract/crew.ts'
import type { ExcludedCrew, RankedCrew, Recommendation } from '../../contract/recommendation.ts'
import { excludedBy } from './exclude.ts'
import type { Reach } from './reach.ts'
import { scoreOf, tenths } from './score.ts'
import { thinWay } from './thin-way.ts'

/** What of a case decides who fits it. */
export interface Task extends Pick<Case, 'location' | 'unitGrid' | 'crewId'> {
  /** What it asks of a crew. */
  skill: Skill | undefined
  /** 三方公司 whose it is by the responsibility table; null where it is the bureau's own, or a street's. */
  contractor: string | null
  /** Crews that had it and sent it back. */
  sentBackBy: ReadonlySet<string>
}

/** A crew as it stands. */
export interface Candidate {
  crew: Crew
  /** Undefined for one that is off duty: nobody is followed home. */
  position: CrewPosition | undefined
  load: number
}

export interface RecommendView {
  nowMs: number
  /** From where a crew is to the case. */
  reach: Reach
}

type Ranking = Pick<Recommendation, 'ranked' | 'excluded' | 'nearestMisses'>

const MOST_MISSES = 3

/** The crews that fit a case, the best first, and of each other why not (D8). Where none fits the nearest misses are named (D9). The crew that has
 *  the case is not in it: it needs no sending. The same crews come in the same order, whatever order they are given in. */
export function recommend(task: Task, candidates: readonly Candidate[], view: RecommendView): Ranking {
  const fitting: Omit<RankedCrew, 'rank'>[] = []
  const excluded: ExcludedCrew[] = []
  for (const one of candidates) {
    if (one.crew.id === task.crewId) continue
    const codes = excludedBy(task, one, view.nowMs)
    const { position } = one
    if (position && codes.length === 0) fitting.push(weigh(task, { ...one, position }, view))
    else excluded.push({ ...faceOf(one), codes, metres: straightTo(task, one) })
  }
  fitting.sort((a, b) => a.score - b.score || byId(a, b))
  excluded.sort((a, b) => a.codes.length - b.codes.length || far(a) - far(b) || byId(a, b))
  return {
    ranked: fitting.map((one, i) => ({ ...one, rank: i + 1 })),
    excluded,
    nearestMisses: fitting.length > 0 ? [] : excluded.slice(0, MOST_MISSES),
  }
}

function weigh(task: Task, one: Candidate & { position: CrewPosition }, { nowMs, reach }: RecommendView) {
  const { crew, position } = one
  const { minutes, metres, by, line } = reach(position.location, crew)
  const reasons = scoreOf(task, one, { minutes, by, nowMs })
  return {
    ...faceOf(one),
    ...{ minutes: by === 'roads' ? tenths(minutes) : null, metres: Math.round(metres), by, way: thinWay(line) },
    ...{ skills: crew.skills, contractor: crew.contractor, reasons },
    score: tenths(reasons.reduce((sum, { points }) => sum + points, 0)),
  }
}

const faceOf = ({ crew, position, load }: Candidate) => ({
  ...{ crewId: crew.id, name: crew.name, load, loadLimit: crew.loadLimit },
  positionAt: position?.at ?? null,
})

const straightTo = ({ location }: Task, { position }: Candidate): number | null =>
  position ? Math.round(metresBetween(position.location, location)) : null

const far = ({ metres }: ExcludedCrew): number => metres ?? Number.POSITIVE_INFINITY
const byId = (a: { crewId: string }, b: { crewId: string }): number => (a.crewId < b.crewId ? -1 : 1)
