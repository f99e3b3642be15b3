import { useMemo } from 'react'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import { filterOf } from '../dispatch-search.ts'
import { type CaseFilter, type FilterNeeds, filterCases, matches } from './case-filter.ts'
import { orderQueue, type QueueSort } from './queue-order.ts'
import { FIRST_VIEWS } from './saved-views.ts'

export interface QueueNow {
  /** As filtered, in their order. */
  cases: readonly DeskCase[]
  ids: readonly string[]
  /** How many each of the first views would list. */
  counts: Record<(typeof FIRST_VIEWS)[number]['id'], number>
  /** `component:01037` of open cases, by how often they come. */
  classes: readonly string[]
}

const VIEWS = FIRST_VIEWS.map(({ id, search }) => ({ id, filter: filterOf(search) }))

/** What the queue lists. Sorting asks no time, so a tick of the clock only filters and counts. */
export function useQueue(
  all: readonly DeskCase[],
  filter: CaseFilter,
  { sort, now, isMine, isRed }: { sort: QueueSort } & FilterNeeds,
): QueueNow {
  const ordered = useMemo(() => orderQueue(all, sort), [all, sort])
  const cases = useMemo(
    () => filterCases(ordered, filter, { now, isMine, isRed }),
    [ordered, filter, now, isMine, isRed],
  )
  const ids = useMemo(() => cases.map(({ id }) => id), [cases])
  const counts = useMemo(() => {
    const needs = { now, isMine }
    const count = (view: CaseFilter) => all.reduce((sum, of) => sum + Number(matches(of, view, needs)), 0)
    return Object.fromEntries(VIEWS.map(({ id, filter: view }) => [id, count(view)])) as QueueNow['counts']
  }, [all, now, isMine])
  const classes = useMemo(() => classesOf(all), [all])
  return { cases, ids, counts, classes }
}

function classesOf(cases: readonly DeskCase[]): string[] {
  const counts = new Map<string, number>()
  for (const { kind, code } of cases) counts.set(`${kind}:${code}`, (counts.get(`${kind}:${code}`) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name)
}
