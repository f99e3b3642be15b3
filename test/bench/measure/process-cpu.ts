import { readdirSync, readFileSync } from 'node:fs'

/** The kernel counts in hundredths of a second (USER_HZ), whatever its own clock. */
const TICK_MS = 10

/** Processor time of these processes and all below them so far, in milliseconds; ended ones count with their parent. Linux only. */
export function cpuOfTrees(roots: readonly number[]): number {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? (readStat(Number(name)) ?? []) : []))
  const wanted = new Set(roots)
  for (let before = -1; before < wanted.size; ) {
    before = wanted.size
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid)
  }
  return all.reduce((sum, { pid, ticks }) => sum + (wanted.has(pid) ? ticks * TICK_MS : 0), 0)
}

export const parentOf = (pid: number): number => readStat(pid)?.parent ?? 0

function readStat(pid: number): { pid: number; parent: number; ticks: number } | undefined {
  try {
    // The name stands in parentheses and may hold anything; what follows it is fixed, see proc(5).
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15)
    return { pid, parent: fields[1] ?? 0, ticks: user + system + childUser + childSystem }
  } catch {
    return undefined
  }
}
