import { fileURLToPath } from 'node:url'
import { loadRules } from '../../server/catalogue/load-rules.ts'
import { makeRulebook, type Rulebook } from '../../server/deadlines/rulebook.ts'

/** The deadlines as they are shipped. */
export const shippedRules = async (): Promise<Rulebook> =>
  makeRulebook(await loadRules(fileURLToPath(new URL('../../data/rules', import.meta.url))), [])
