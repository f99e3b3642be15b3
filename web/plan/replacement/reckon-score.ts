import type { ReplacementRow, ReplacementRules } from '../../../server/contract/replacement.ts'

/** The terms of a score, as the server multiplies them (server/insight/replacement/rank-old.ts). */
export interface ScoreTerms {
  faults: number
  age: number
  cost: number
  score: number
}

export function reckonScore(
  row: Pick<ReplacementRow, 'faults' | 'ageYears' | 'costYuan'>,
  { plusFaults, powers }: Pick<ReplacementRules, 'plusFaults' | 'powers'>,
): ScoreTerms {
  const faults = (row.faults + plusFaults) ** powers.faults
  const age = row.ageYears ** powers.age
  const cost = row.costYuan ** powers.cost
  return { faults, age, cost, score: faults * age * cost }
}
