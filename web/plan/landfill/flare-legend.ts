import type { State } from '../../../server/contract/state.ts'
import type { LegendEntry } from '../map-drawing.ts'

/** As marks of these states look. */
const LOOKS: Record<State, Pick<LegendEntry, 'look' | 'colours'>> = {
  normal: { look: 'dot', colours: ['normal'] },
  unknown: { look: 'ring', colours: ['unknown'] },
  working: { look: 'dot', colours: ['working'] },
  due: { look: 'dot', colours: ['due'] },
  late: { look: 'diamond', colours: ['late'] },
  emergency: { look: 'diamond', colours: ['emergency'] },
}

/** One entry for each look that the flares of a landfill have, with all statuses that look so. @param words of these, as one text */
export function flareLegend(
  statuses: readonly { name: string; state: State }[],
  words: (statuses: readonly string[]) => string,
): LegendEntry[] {
  const byState = new Map<State, Set<string>>()
  for (const { name, state } of statuses) byState.set(state, (byState.get(state) ?? new Set()).add(name))
  return [...byState].map(([state, names]) => ({ name: words([...names]), ...LOOKS[state] }))
}
