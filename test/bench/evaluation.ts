import { join } from 'node:path'
import { loadFormulas } from '../../server/catalogue/load-formulas.ts'
import type { GroupBy } from '../../server/contract/evaluation.ts'
import { evaluate } from '../../server/insight/evaluation/evaluate.ts'
import { FactColumns } from '../../server/insight/evaluation/fact-columns.ts'
import { formulasAt } from '../../server/insight/evaluation/formulas-at.ts'
import { DATA } from '../../server/root.ts'
import { randomFacts } from '../support/random-facts.ts'
import { median } from './measure/median.ts'

const YEAR = { from: Date.parse('2025-01-01T00:00:00+08:00'), to: Date.parse('2026-01-01T00:00:00+08:00') }

/** How long the rates of a year take, with the two periods that they are compared with, over `cases` cases in memory. */
export async function evaluation({ cases, rounds }: { cases: number; rounds: number }) {
  const [formulas] = [formulasAt(await loadFormulas(join(DATA, 'rules/formulas')), YEAR.from)]
  const columns = new FactColumns()
  for (const fact of randomFacts(cases, { begin: YEAR.from })) columns.put(fact)
  const rows: { by: GroupBy; groups: number; ms: number }[] = []
  for (const by of ['all', 'area', 'crew', 'contractor', 'class', 'source'] as const) {
    const taken: number[] = []
    let groups = 0
    for (let round = 0; round < rounds; round += 1) {
      const begun = performance.now()
      const span = { ...YEAR, asOf: YEAR.to }
      groups = evaluate(columns, { by, span, scope: undefined, formulas, addressOf: () => '' }).length
      taken.push(performance.now() - begun)
    }
    rows.push({ by, groups, ms: Math.round(median(taken)) })
  }
  console.table(rows)
  return { cases, rounds, rows }
}
