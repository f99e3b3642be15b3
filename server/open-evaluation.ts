import { caseFactOf } from './cases/case-fact.ts'
import { eachCaseFact } from './cases/fact-store.ts'
import { wholeCase } from './contract/compact-case.ts'
import type { LogRow } from './contract/log.ts'
import { EvaluationMemory } from './insight/evaluation/evaluation-memory.ts'
import { statesBetween } from './store/states-between.ts'
import type { Store } from './store/store.ts'

/** The cases of a city as rates see them, and the two ways in which they come in: from the table once, then from the log. */
export function openEvaluation(store: Pick<Store, 'db' | 'head'>, area: string) {
  const evaluation = new EvaluationMemory(async function* (at) {
    for await (const changed of statesBetween(store.db, { city: area, entity: 'case', after: at, at })) {
      yield new Map([...changed].map(([id, state]) => [id, state ? caseFactOf(wholeCase(state)) : undefined]))
    }
  })
  return {
    evaluation,
    async load(): Promise<void> {
      const { seq } = await store.head(area)
      await evaluation.load(eachCaseFact(store.db, area), seq)
    },
    take(rows: readonly LogRow[]): void {
      const cases = rows.filter(({ entity, after }) => entity === 'case' && after !== null)
      evaluation.apply(
        cases.map(({ after }) => caseFactOf(wholeCase(after))),
        rows.at(-1)?.seq ?? evaluation.seq,
      )
    },
  }
}
