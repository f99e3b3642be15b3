import type { CaseDraft } from '../draft-case.ts'
import type { Town } from '../town.ts'
import type { Weather } from '../weather.ts'
import { badParking } from './parking.ts'
import { onlineVideo, peopleReceived } from './people.ts'
import { repairs } from './repairs.ts'
import { binFires, constructionWaste, litterPiles } from './waste.ts'

/** The cases that the yearly report of 2024 tells of; those filed on inspections come with the inspections. */
export function casesOf2024(town: Town, seed: number, weatherOf: (day: number) => Weather): CaseDraft[] {
  const repaired = repairs(town, seed, weatherOf)
  const already = repaired.filter(({ source }) => source === 'reception').length
  return [
    ...repaired,
    ...peopleReceived(town, seed, already),
    onlineVideo(town, seed),
    ...binFires(town, seed, weatherOf),
    ...litterPiles(town, seed),
    ...constructionWaste(town, seed),
    ...badParking(town, seed),
  ]
}
