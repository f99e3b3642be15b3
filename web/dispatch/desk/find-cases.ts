import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { FoundCase } from '../../console/search/desk-search.ts'
import { holds } from './case-filter.ts'
import { lightAt } from './case-lights.ts'
import { orderQueue } from './queue-order.ts'

const MOST = 6

/** Open cases whose number begins with the text, or whose place or problem has it, what is due first leading. `now`: Unix ms. */
export function findCases(cases: readonly DeskCase[], text: string, now: number): FoundCase[] {
  const found = cases.filter((of) => holds(of, text))
  return orderQueue(found, 'left')
    .slice(0, MOST)
    .map((of) => ({
      ...{ id: of.id, number: of.number, status: of.status },
      ...{ title: `${of.address} ${of.problem}`, state: lightAt(of, now) },
    }))
}
