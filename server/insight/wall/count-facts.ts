import { CaseSource } from '../../contract/case.ts'
import type { Scope } from '../../contract/role.ts'
import type { WallFigures } from '../../contract/wall.ts'
import { BIT, counterOf } from '../evaluation/counts.ts'
import type { FactColumns } from '../evaluation/fact-columns.ts'
import { rowsIn } from '../evaluation/in-scope.ts'
import type { WallTime } from './wall-time.ts'

/** What is counted of all cases, open and ended. */
export interface FactFigures extends Pick<WallFigures, 'sources' | 'received' | 'closedToday' | 'mix721'> {
  onTime: NonNullable<WallFigures['onTime']>
  closedByArea: Map<string, number>
  receivedByClass: Map<string, number>
}

const HOUR_MS = 3_600_000
const METHODS = ['service', 'management', 'enforcement'] as const

/** In one pass over the columns. */
export function countFacts(facts: FactColumns, time: WallTime, scope: Scope | undefined): FactFigures {
  const { nowMs, today, yesterday, month } = time
  const bitsOf = counterOf(facts, { from: month, to: nowMs + 1, asOf: nowMs })
  const isMine = rowsIn(facts, scope)
  const { receivedMs, closedMs, filedMs, dueMs } = facts.instants
  const { source, method, responsibilityGrid, class: ofClass } = facts.words
  const sources = facts.texts.source.map(() => new Array<number>(24).fill(0))
  const methods = METHODS.map((name) => facts.numberOf('method', name))
  const mix = [0, 0, 0]
  const byArea = new Uint32Array(facts.texts.responsibilityGrid.length)
  const byClass = new Uint32Array(facts.texts.class.length)
  const sums = { today: 0, yesterday: 0, closedToday: 0, onTime: 0, due: 0 }
  const yesterdayNow = yesterday + (nowMs - today)
  for (let row = 0; row < facts.count; row += 1) {
    const received = receivedMs[row] ?? Number.NaN
    const isOfMonth = (closedMs[row] ?? 0) >= month || (filedMs[row] ?? 0) >= month || (dueMs[row] ?? 0) >= month
    // Of a year of cases most are done with, which three comparisons say.
    if ((!isOfMonth && !(received >= yesterday)) || !isMine(row)) continue
    const bits = bitsOf(row)
    if (received >= today && received <= nowMs) {
      const hours = sources[source[row] ?? 0]
      const hour = Math.floor((received - today) / HOUR_MS)
      if (hours) hours[hour] = (hours[hour] ?? 0) + 1
      add(byClass, ofClass[row])
      sums.today += 1
    } else if (received >= yesterday && received <= yesterdayNow) sums.yesterday += 1
    if (bits & BIT.closed) {
      add(byArea, responsibilityGrid[row])
      if ((closedMs[row] ?? 0) >= today) sums.closedToday += 1
    }
    if (bits & BIT.due) sums.due += 1
    if (bits & BIT['due-closed-on-time']) sums.onTime += 1
    if (bits & BIT.filed) {
      const index = methods.indexOf(method[row] ?? -1)
      if (index >= 0) mix[index] = (mix[index] ?? 0) + 1
    }
  }
  return {
    sources: sourcesOf(facts, sources),
    received: { today: sums.today, sameTimeYesterday: sums.yesterday },
    closedToday: sums.closedToday,
    onTime: { closed: sums.onTime, of: sums.due, percent: percentOf(sums.onTime, sums.due) },
    mix721: mixOf(mix),
    closedByArea: named(facts.texts.responsibilityGrid, byArea),
    receivedByClass: named(facts.texts.class, byClass),
  }
}

/** One digit behind the point; null of nothing. */
export const percentOf = (part: number, of: number): number | null =>
  of === 0 ? null : Math.round((part / of) * 1_000) / 10

/** Every source there is, in the order of the contract. */
const sourcesOf = ({ texts }: FactColumns, byNumber: number[][]): WallFigures['sources'] =>
  CaseSource.options.map((source) => {
    const hours = byNumber[texts.source.indexOf(source)] ?? new Array<number>(24).fill(0)
    return { source, hours, total: hours.reduce((sum, count) => sum + count, 0) }
  })

function mixOf([service = 0, manage = 0, enforce = 0]: number[]): WallFigures['mix721'] {
  const total = service + manage + enforce
  const percents = {
    service: percentOf(service, total),
    manage: percentOf(manage, total),
    enforce: percentOf(enforce, total),
  }
  return { service, manage, enforce, total, percents }
}

const add = (counts: Uint32Array, at = 0): void => {
  counts[at] = (counts[at] ?? 0) + 1
}

const named = (names: readonly string[], counts: Uint32Array): Map<string, number> =>
  new Map(names.flatMap((name, at) => (name && counts[at] ? [[name, counts[at]]] : [])))
