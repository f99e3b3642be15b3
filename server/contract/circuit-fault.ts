import { z } from 'zod'
import { CaseWords } from './case-input.ts'

/** A circuit on which lamps went dark together: what a case of its own may be made of. */
export const CircuitFault = z.strictObject({
  /** 回路. */
  circuit: z.string(),
  /** Id of the cabinet that feeds it, where it is known. */
  cabinet: z.string().nullable(),
  /** Ids of the lamps' cases, in the order of receipt. */
  cases: z.array(z.string()),
  /** Lamps that are dark, each once. */
  lamps: z.array(z.string()),
  /** ISO instants of the first and the last report. */
  from: z.string(),
  to: z.string(),
})
export type CircuitFault = z.infer<typeof CircuitFault>

/** Joins cases of lamps on one circuit into one of the circuit. */
export const CircuitJoin = z.strictObject({
  /** Ids of the lamps' cases. */
  cases: z.array(z.string().min(1).max(80)).min(2).max(500),
  /** What is wrong with the circuit, and where, for the list of cases. */
  problem: CaseWords,
  address: CaseWords,
})
export type CircuitJoin = z.infer<typeof CircuitJoin>
