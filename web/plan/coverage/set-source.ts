import type { CoverageSet, Verified } from '../../../server/contract/rule.ts'

/** The editions that a set's numbers are of, each once. */
export const editionsOf = ({ rules }: Pick<CoverageSet, 'rules'>): string[] => [
  ...new Set(rules.map(({ edition }) => edition)),
]

const WORST: readonly Verified[] = ['U', 'T', 'V']

/** A set is relied on as far as the least of its numbers. */
export const leastVerified = ({ rules }: Pick<CoverageSet, 'rules'>): Verified =>
  WORST.find((mark) => rules.some(({ verified }) => verified === mark)) ?? 'U'
