import type { CityPicture } from '../city/city-picture.ts'
import { keepComplainant } from '../complainants/keep-complainant.ts'
import type { CodeRegistry } from '../contract/code-registry.ts'
import type { CityRules } from '../deadlines/open-rules.ts'
import type { Db } from '../store/schema.ts'
import type { Keys } from '../store/seal.ts'
import type { Store } from '../store/store.ts'
import type { CaseNeeds, CrewFacts } from './case-needs.ts'
import { namesOfActors } from './names-of-actors.ts'
import type { LoadedPlacement } from './place/load-placement.ts'
import { placeReport } from './place/place-report.ts'

/** What the server has, as far as cases are concerned. */
export interface CaseParts {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  memory: Pick<CityPicture, 'layer' | 'layers'>
  codes: CodeRegistry
  placement: LoadedPlacement
  rules: Pick<CityRules, 'seenBy'>
  keys: Keys
  now: () => Date
  crewOf: (db: Db, city: string, id: string) => Promise<CrewFacts | undefined>
}

/** The verbs' needs out of the server's parts. */
export function openCaseNeeds(parts: CaseParts): CaseNeeds {
  const { area: city, store, memory, codes, placement, rules, keys, now, crewOf } = parts
  return {
    ...{ area: city, store, codes, now },
    rules: (db) => rules.seenBy(db),
    crewOf: (db, id) => crewOf(db, city, id),
    async placeOf(db, report) {
      const placed = await placeReport(report, { ...placement, memory, city, db })
      const { unitGrid, responsibilityGrid, road, assetId, owner, repeats } = placed
      return { unitGrid, responsibilityGrid, road: road?.id ?? null, assetId, owner, repeats }
    },
    keepComplainant: (tx, of) => keepComplainant(tx, keys, of),
    namesOf: (db, actors) => namesOfActors(db, city, actors),
  }
}
