/** One third, two thirds and all of a district's roads, held to every rule. */
export interface SizedRun {
  roads: number
  checkedKm: number
  cpuMs: number
}

export interface Measured {
  runs: readonly SizedRun[]
  /** The slowest of all moves, reckoned in memory and answered by the server. */
  moveMs: number
  servedMoveMs: number
  /** How long the request thread did something else at most, and what it did. */
  stall: { what: string; ms: number }
  optima: { cities: number; exact: number; worstGreedyShare: number }
}

const MOST_RUN_CPU_MS = 5_000
const MOST_MOVE_MS = 200
const MOST_STALL_MS = 100
/** A cost that grew with the square of the roads would make a kilometre three times as dear in the whole as in a third. */
const MOST_DEARER = 1.5
/** Nemhauser, Wolsey and Fisher 1978. */
const GREEDY_SHARE = 1 - 1 / Math.E

/** What was measured beside what was promised. */
export function heldTo({ runs, moveMs, servedMoveMs, stall, optima }: Measured) {
  const perKm = runs.map(({ cpuMs, checkedKm }) => cpuMs / checkedKm)
  const dearer = (perKm.at(-1) ?? 0) / (perKm[0] || 1)
  const row = (what: string, found: number, limit: string, isOk: boolean) => ({
    ...{ what, found: Math.round(found * 1_000) / 1_000, limit, verdict: isOk ? 'ok' : 'NOT OK' },
  })
  const whole = runs.at(-1)?.cpuMs ?? Number.POSITIVE_INFINITY
  const atMost = (what: string, found: number, most: number, unit: string) =>
    row(`${what}, ${unit}`, found, `<= ${most}`, found <= most)
  return [
    atMost('all rules, all roads: CPU', whole, MOST_RUN_CPU_MS, 'ms'),
    atMost('CPU by km, all roads over a third of them (1: linear)', dearer, MOST_DEARER, 'times'),
    atMost('worst move, in memory', moveMs, MOST_MOVE_MS, 'ms'),
    atMost('worst move, served', servedMoveMs, MOST_MOVE_MS, 'ms'),
    atMost(`longest stall (${stall.what})`, stall.ms, MOST_STALL_MS, 'ms'),
    row('made cities with their optimum found', optima.exact, `= ${optima.cities}`, optima.exact === optima.cities),
    row(
      ...(['worst greedy choice over the best', optima.worstGreedyShare] as const),
      ...([`>= ${GREEDY_SHARE.toFixed(3)}`, optima.worstGreedyShare >= GREEDY_SHARE] as const),
    ),
  ]
}
