import { join } from 'node:path'
import { loadPlacement } from './cases/place/load-placement.ts'
import { loadCatalogue } from './catalogue/load-catalogue.ts'
import { loadFormulas } from './catalogue/load-formulas.ts'
import { loadRules } from './catalogue/load-rules.ts'
import { loadUpkeep } from './catalogue/load-upkeep.ts'
import { loadCodes } from './codes/load-codes.ts'
import { registryOf } from './contract/code-registry.ts'
import { loadSkills } from './crews/load-skills.ts'
import { loadPhotoRule } from './photos/load-photo-rule.ts'
import { loadServiceMinutes } from './plans/load-service-minutes.ts'
import { loadSpeeds } from './roads/load-speeds.ts'
import { loadSpotRules } from './spots/load-spot-rules.ts'
import { loadFeeds } from './walls/load-feeds.ts'
import { loadScenes } from './walls/load-scenes.ts'

/** All of the data folder that a server of a city works by; `own` is the bureau's folder, whose files go first. Throws DataError. */
export async function loadData(shipped: string, own: string, area: string) {
  const codes = registryOf(await loadCodes(join(shipped, 'codes')))
  const rules = await loadRules(join(shipped, 'rules'))
  const layers = await loadCatalogue(join(shipped, 'catalogue'), codes, rules)
  return {
    codes,
    rules,
    placement: await loadPlacement(area, { shipped, own }),
    photoRule: await loadPhotoRule(join(shipped, 'rules')),
    skills: await loadSkills(join(shipped, 'rules')),
    speeds: await loadSpeeds(join(shipped, 'rules')),
    serviceRules: await loadServiceMinutes(join(shipped, 'rules')),
    spotRules: await loadSpotRules(join(shipped, 'rules')),
    formulas: await loadFormulas(join(shipped, 'rules/formulas')),
    upkeep: await loadUpkeep(join(shipped, 'rules')),
    layers,
    feeds: await loadFeeds(join(shipped, 'rules'), own),
    scenes: await loadScenes(shipped, area, layers),
  }
}
