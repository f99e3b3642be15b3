import type { CaseKind } from './case-kind.ts'
import { CASES_OF_STREETS } from './cases-of-streets.ts'
import { CASES_OF_THINGS } from './cases-of-things.ts'
import { CASES_OF_WASTE } from './cases-of-waste.ts'

/** What goes wrong in a county town, how often, who sees it and how it ends. Frequencies are made up; codes are not. */
export const CASE_KINDS: readonly CaseKind[] = [...CASES_OF_THINGS, ...CASES_OF_WASTE, ...CASES_OF_STREETS]
