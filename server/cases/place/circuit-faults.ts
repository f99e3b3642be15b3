import { type Case, ENDED } from '../../contract/case.ts'
import type { CircuitFault } from '../../contract/circuit-fault.ts'
import type { PlacementRules } from '../../contract/placement.ts'

/** What a lamp hangs on. */
export interface Wiring {
  /** 回路. */
  circuit: string
  /** Id of the cabinet that feeds it, where it is known. */
  cabinet: string | null
}

/** Circuits on which so many lamps went dark within so few hours that it is the circuit (N10), those with the most lamps first. Open cases
 *  that are nobody's child count; several of one lamp count once. */
export function findCircuitFaults(
  cases: readonly Case[],
  wiringOf: ReadonlyMap<string, Wiring>,
  rule: PlacementRules['circuits'],
): CircuitFault[] {
  return [...byCircuit(cases, wiringOf, rule)]
    .flatMap(([, dark]) => faultOf(dark, rule) ?? [])
    .sort((a, b) => b.lamps.length - a.lamps.length || (a.circuit < b.circuit ? -1 : 1))
}

interface Dark {
  wiring: Wiring
  lamp: string
  of: Case
  ms: number
}

function byCircuit(
  cases: readonly Case[],
  wiringOf: ReadonlyMap<string, Wiring>,
  { lamps }: PlacementRules['circuits'],
): Map<string, Dark[]> {
  const groups = new Map<string, Dark[]>()
  for (const of of cases) {
    const wiring = of.assetId === null ? undefined : wiringOf.get(of.assetId)
    if (!wiring || of.assetId === null || !lamps.includes(of.code)) continue
    if (of.parentId !== null || ENDED.includes(of.status)) continue
    // Two circuits of two cabinets may bear the same name.
    const key = `${wiring.cabinet ?? ''}/${wiring.circuit}`
    const group = groups.get(key) ?? []
    groups.set(key, group)
    group.push({ wiring, lamp: of.assetId, of, ms: Date.parse(of.receivedAt) })
  }
  return groups
}

/** All cases that stand in any span of the rule's hours with lamps enough. */
function faultOf(dark: Dark[], { atLeast, hours }: PlacementRules['circuits']): CircuitFault | undefined {
  const inOrder = [...dark].sort((a, b) => a.ms - b.ms || (a.of.id < b.of.id ? -1 : 1))
  const joined = new Set<Dark>()
  for (const [from, one] of inOrder.entries()) {
    const span = inOrder.slice(from).filter(({ ms }) => ms - one.ms <= hours * 3_600_000)
    if (lampsOf(span).length >= atLeast) for (const each of span) joined.add(each)
  }
  return joined.size > 0 ? describe(inOrder.filter((one) => joined.has(one))) : undefined
}

function describe(joined: readonly Dark[]): CircuitFault | undefined {
  const [first, last] = [joined[0], joined.at(-1)]
  if (!first || !last) return undefined
  return {
    ...first.wiring,
    cases: joined.map(({ of }) => of.id),
    lamps: lampsOf(joined),
    from: first.of.receivedAt,
    to: last.of.receivedAt,
  }
}

const lampsOf = (dark: readonly Dark[]): string[] => [...new Set(dark.map(({ lamp }) => lamp))]
