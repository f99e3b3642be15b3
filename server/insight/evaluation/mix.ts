import type { Scope } from '../../contract/role.ts'
import { BIT, counterOf, type Span } from './counts.ts'
import type { FactColumns } from './fact-columns.ts'
import { rowsIn } from './in-scope.ts'

export interface SourceCount {
  source: string
  received: number
  closed: number
}

/** 721: cases filed in the span by service, management and enforcement; and of each source how many came in, and how many of those are
 *  closed (DOMAIN: cases counted by source as received, closed, closing rate). */
export function mixOf(
  facts: FactColumns,
  { span, scope }: { span: Span; scope: Scope | undefined },
): { methods: Record<string, number>; sources: SourceCount[] } {
  const bitsOf = counterOf(facts, span)
  const isMine = rowsIn(facts, scope)
  const { method, source, status } = facts.words
  const closed = facts.numberOf('status', 'closed')
  const methods: Record<string, number> = { service: 0, management: 0, enforcement: 0 }
  const sources = facts.texts.source.map((name) => ({ source: name, received: 0, closed: 0 }))
  for (let row = 0; row < facts.count; row += 1) {
    const bits = bitsOf(row)
    if (bits === 0 || !isMine(row)) continue
    const name = facts.texts.method[method[row] ?? 0] ?? ''
    if (bits & BIT.filed) methods[name] = (methods[name] ?? 0) + 1
    const counted = sources[source[row] ?? 0]
    if (!counted || !(bits & BIT.received)) continue
    counted.received += 1
    if (status[row] === closed) counted.closed += 1
  }
  return { methods, sources: sources.filter(({ received }) => received > 0) }
}
