import type { CityMemory } from '../city/city.ts'
import type { FormulaSet } from '../contract/evaluation.ts'
import type { Scope } from '../contract/role.ts'
import type { SpotRules } from '../contract/spot-rules.ts'
import type { EvaluationMemory } from '../insight/evaluation/evaluation-memory.ts'
import type { Store } from '../store/store.ts'
import type { CityCells } from './city-cells.ts'

export interface SpotNeeds {
  area: string
  store: Pick<Store, 'db' | 'head'>
  memory: CityMemory
  evaluation: EvaluationMemory
  formulas: readonly FormulaSet[]
  spotRules: SpotRules
  cells: CityCells
  now: () => Date
}

/** What every map of cells is asked: ISO instants, and whose part of the city it is. */
export interface SpotSpan {
  cellMetres: number
  from: string
  to: string
  scope: Scope | undefined
  /** Of the request: what is reckoned for it ends when it does. */
  signal?: AbortSignal | undefined
}
