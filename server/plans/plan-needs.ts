import type { CaseNeeds } from '../cases/case-needs.ts'
import type { ServiceRules } from '../contract/service-minutes.ts'
import type { SkillRule } from '../contract/skill-rule.ts'
import type { CrewPlaces } from '../crews/crew-places.ts'
import type { CityRoads } from '../roads/city-roads.ts'
import type { Store } from '../store/store.ts'

/** What plans of a day are made with. */
export interface PlanNeeds {
  area: string
  store: Pick<Store, 'db'>
  now: () => Date
  places: Pick<CrewPlaces, 'of'>
  roads: Pick<CityRoads, 'has' | 'speeds' | 'table' | 'way'>
  skills: readonly SkillRule[]
  serviceRules: ServiceRules
  /** For accepting. */
  cases: CaseNeeds
}
