import { join } from 'node:path'
import { loadCatalogue } from './catalogue/load-catalogue.ts'
import { loadRules } from './catalogue/load-rules.ts'
import { loadCodes } from './codes/load-codes.ts'
import { registryOf } from './contract/code-registry.ts'
import { runImport } from './gateways/import/run-import.ts'
import { terminalSpeaker } from './gateways/import/terminal.ts'
import { DATA } from './root.ts'
import { CannotStart } from './say-fault.ts'
import type { Settings } from './settings.ts'
import { listCities } from './store/describe-city.ts'
import { openStore } from './store/open-store.ts'

/** `npm run import -- …`: answers the exit code. */
export async function runImportCommand(words: string[], settings: Settings): Promise<number> {
  const registry = registryOf(await loadCodes(join(DATA, 'codes')))
  const layers = await loadCatalogue(join(DATA, 'catalogue'), registry, await loadRules(join(DATA, 'rules')))
  const store = await openStore(settings)
  try {
    const city = cityIn(words) ?? settings.city ?? onlyCity(await listCities(store.db))
    const now = () => new Date().toISOString()
    return await runImport(words, { store, city, layers, registry, now, speaker: terminalSpeaker(process.env) })
  } finally {
    await store.close()
  }
}

/** `--city 540626`, read before the rest: without it no store can be asked what is in it. */
const cityIn = (words: string[]): string | undefined => words[words.indexOf('--city') + 1 || words.length]

function onlyCity(cities: string[]): string {
  const [only] = cities
  if (only !== undefined && cities.length === 1) return only
  throw new CannotStart(
    `Say which city the data is of: npm run import -- … --city <6-digit area code>.` +
      (cities.length > 1 ? ` The store holds ${cities.join(', ')}.` : ' The store is empty.'),
  )
}
