import { expect, test } from 'vitest'
import { orderByCount } from '../../../server/city/order-by-count.ts'
import { dice } from './made-layers.ts'

test.each([3, 2047, 2048, 5_000_000])(
  'cells are in the order of their counts up to %i, equal ones as they stood',
  (most) => {
    const random = dice(most)
    const counts = Float64Array.from({ length: 300 }, () => Math.floor(random() * (most + 1)))
    const cells = Uint32Array.from({ length: 200 }, (_, at) => 299 - at)
    const expected = [...cells].sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
    expect([...orderByCount(cells, new Uint32Array(200), 200, counts, most)]).toEqual(expected)
  },
)
