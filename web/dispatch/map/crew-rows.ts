import { isStale } from '../../../server/contract/crew.ts'
import type { RankedCrew } from '../../../server/contract/recommendation.ts'
import type { DeskCrew } from '../desk/desk-crew.ts'
import { placeAge } from './movers-of-crews.ts'

/** A crew as the list beside the map tells it. */
export interface CrewRow {
  id: string
  name: string
  rank: number | null
  onDuty: boolean
  /** Of its place, whole minutes; null where nobody knows it. */
  ageMinutes: number | null
  stale: boolean
  load: number | undefined
  loadLimit: number
}

/** The crews in the order in which one looks for them: those that fit the opened case by their rank, those on duty by name, the others. */
export function crewRows(
  crews: readonly DeskCrew[],
  ranked: readonly Pick<RankedCrew, 'crewId' | 'rank'>[],
  loads: ReadonlyMap<string, number>,
  now: number,
): CrewRow[] {
  const rankOf = new Map(ranked.map(({ crewId, rank }) => [crewId, rank]))
  return crews
    .filter(({ crew }) => crew.endedAt === null)
    .map(({ crew, position }) => ({
      ...{ id: crew.id, name: crew.name, onDuty: crew.onDuty, loadLimit: crew.loadLimit },
      rank: rankOf.get(crew.id) ?? null,
      ageMinutes: position ? placeAge(position, now) : null,
      stale: position === null || isStale(position, now),
      load: loads.get(crew.id),
    }))
    .sort((a, b) => orderOf(a) - orderOf(b) || a.name.localeCompare(b.name, 'zh'))
}

const orderOf = ({ rank, onDuty, stale }: CrewRow): number => rank ?? (onDuty ? (stale ? 10_001 : 10_000) : 10_002)
