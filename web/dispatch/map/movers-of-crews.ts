import { isStale } from '../../../server/contract/crew.ts'
import type { RankedCrew } from '../../../server/contract/recommendation.ts'
import { headingOf, type Mover } from '../../map/movers/mover.ts'
import type { DeskCrew } from '../desk/desk-crew.ts'

/** Ways and ranks of so many: of more the map would only show a knot. */
const MOST_RANKED = 5

export const rankedOnMap = (ranked: readonly RankedCrew[]): RankedCrew[] =>
  ranked.filter(({ rank }) => rank <= MOST_RANKED)

/** 市政一组（演示） is 市政一 on the map, as everybody says it. */
export const shortName = (name: string): string =>
  name.replace(/(?<=.)\uff08[^\uff09]*\uff09$/, '').replace(/(?<=..)\u7ec4$/, '')

/** How old a crew's place is, in whole minutes. */
export const placeAge = (position: { at: string }, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(position.at)) / 60_000))

/** The crews on duty whose place is known, as the map draws them. `aged`: a name with the age of its place, in minutes, in words. */
export function moversOfCrews(
  crews: readonly DeskCrew[],
  ranked: readonly Pick<RankedCrew, 'crewId' | 'rank'>[],
  now: number,
  aged: (name: string, minutes: number) => string,
): Mover[] {
  const rankOf = new Map(ranked.map(({ crewId, rank }) => [crewId, rank]))
  return crews.flatMap(({ crew, position, trail }) => {
    if (!position || !crew.onDuty || crew.endedAt !== null) return []
    const stale = isStale(position, now)
    const name = shortName(crew.name)
    const mover: Mover = {
      id: crew.id,
      label: stale ? aged(name, placeAge(position, now)) : name,
      lngLat: position.location,
      headingDeg: headingOf(position, trail),
      ...{ trail, stale },
      rank: rankOf.get(crew.id) ?? null,
    }
    return [mover]
  })
}
