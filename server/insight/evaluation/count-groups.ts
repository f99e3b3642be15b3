import { CountId, type GroupBy } from '../../contract/evaluation.ts'
import type { Scope } from '../../contract/role.ts'
import { BIT, counterOf, type Span } from './counts.ts'
import type { FactColumns, Word } from './fact-columns.ts'
import { rowsIn } from './in-scope.ts'

export type Counts = Record<CountId, number>

const WORD_OF: Record<Exclude<GroupBy, 'all'>, Word> = {
  area: 'responsibilityGrid',
  crew: 'crewId',
  contractor: 'contractor',
  class: 'class',
  source: 'source',
}

/** Of which group each row is, as a number, and the names of the groups. */
export function groupsOf(facts: FactColumns, by: GroupBy): { of: (row: number) => number; names: readonly string[] } {
  if (by === 'all') return { of: () => 0, names: ['all'] }
  const words = facts.words[WORD_OF[by]]
  return { of: (row) => words[row] ?? 0, names: facts.texts[WORD_OF[by]] }
}

/** How many cases of each group count for what, in one pass. Groups in which nothing counts are left out. */
export function countGroups(
  facts: FactColumns,
  { by, span, scope }: { by: GroupBy; span: Span; scope: Scope | undefined },
): Map<string, Counts> {
  const bitsOf = counterOf(facts, span)
  const isMine = rowsIn(facts, scope)
  const { of, names } = groupsOf(facts, by)
  const width = CountId.options.length
  const sums = new Uint32Array(names.length * width)
  for (let row = 0; row < facts.count; row += 1) {
    let bits = bitsOf(row)
    if (bits === 0 || !isMine(row)) continue
    const start = of(row) * width
    while (bits) {
      const index = 31 - Math.clz32(bits & -bits)
      sums[start + index] = (sums[start + index] ?? 0) + 1
      bits &= bits - 1
    }
  }
  const groups = new Map<string, Counts>()
  for (const [group, name] of names.entries()) {
    const counted = sums.subarray(group * width, (group + 1) * width)
    if (by === 'all' || counted.some((count) => count > 0)) groups.set(name, countsOf(counted))
  }
  return groups
}

const countsOf = (counted: Uint32Array): Counts =>
  Object.fromEntries(CountId.options.map((id, index) => [id, counted[index] ?? 0])) as Counts

/** The ids of the cases of one group that count for `count`, and not for `without`. */
export function casesOf(
  facts: FactColumns,
  wanted: { by: GroupBy; group: string; span: Span; scope: Scope | undefined; count: CountId; without?: CountId },
): string[] {
  const bitsOf = counterOf(facts, wanted.span)
  const isMine = rowsIn(facts, wanted.scope)
  const { of, names } = groupsOf(facts, wanted.by)
  const group = names.indexOf(wanted.group)
  const refused = wanted.without ? BIT[wanted.without] : 0
  const ids: string[] = []
  for (let row = 0; row < facts.count; row += 1) {
    const bits = bitsOf(row)
    if ((bits & BIT[wanted.count]) === 0 || bits & refused || of(row) !== group || !isMine(row)) continue
    ids.push(facts.ids[row] ?? '')
  }
  return ids
}
