import type { CoverageSet } from '../contract/rule.ts'
import type { CityRules } from '../deadlines/open-rules.ts'
import type { CityRoads } from '../roads/city-roads.ts'
import { Refused } from '../store/refused.ts'
import type { Store } from '../store/store.ts'
import type { Picture } from './gather-ground.ts'
import type { StreetBook } from './street-book.ts'

/** What coverage is reckoned with. */
export interface CoverageNeeds {
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  memory: Picture
  roads: Pick<CityRoads, 'net' | 'speeds'>
  rules: Pick<CityRules, 'now'>
  streets: StreetBook
  now: () => Date
}

/** `bad`: what is asked for cannot be; `absent`: there is no such thing; `busy`: the asker's last one is not done. */
export class CoverageRefused extends Refused<'bad' | 'absent' | 'busy'> {}

/** The sets that are asked for by id, or the standing ones. Throws CoverageRefused. */
export function setsOf({ rules }: Pick<CoverageNeeds, 'rules'>, ids: readonly string[] | undefined): CoverageSet[] {
  const all = rules.now().coverageSets
  if (!ids) return all.filter(({ standing }) => standing)
  const sets = [...new Set(ids)].map((id) => {
    const set = all.find((one) => one.id === id)
    if (!set) throw new CoverageRefused('bad', 'unknown-set', `There is no set of rules "${id.slice(0, 60)}".`)
    return set
  })
  const twice = sets.find(({ layer }, i) => sets.findIndex((other) => other.layer === layer) < i)
  if (twice) throw new CoverageRefused('bad', 'two-sets', `Give one set of rules about "${twice.layer}".`)
  return sets
}
