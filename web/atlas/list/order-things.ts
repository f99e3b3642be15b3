import type { Layer } from '../../../server/contract/layer.ts'
import { urgencyOf } from '../../../server/contract/state.ts'
import type { Feature } from '../../api.ts'

export interface Sort {
  key: string
  descending: boolean
}

/** The loudest first: what a list of a city is opened for. */
export const FIRST_SORT: Sort = { key: 'status', descending: true }

const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true })

/** Sorted by a column: statuses by urgency, numbers as numbers, texts by pinyin with their digits in order. Empty values stand last
 *  in both directions; equal ones by identification code, so that the order never jumps. */
export function orderThings(things: readonly Feature[], layer: Layer, sort: Sort): Feature[] {
  const rank = new Map(layer.statuses.map(({ id, state }, index) => [id, urgencyOf(state) * 100 + index]))
  const keyOf = (thing: Feature): unknown =>
    sort.key === 'status'
      ? rank.get(thing.properties.status)
      : sort.key === 'id'
        ? String(thing.id)
        : thing.properties[sort.key]
  const turn = sort.descending ? -1 : 1
  return [...things].sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)]
    const missing = Number(isEmpty(x)) - Number(isEmpty(y))
    return missing || turn * compare(x, y) || collator.compare(String(a.id), String(b.id))
  })
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === ''

const compare = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : isEmpty(a) ? 0 : collator.compare(String(a), String(b))
