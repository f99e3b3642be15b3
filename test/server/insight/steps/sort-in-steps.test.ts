import { expect, test } from 'vitest'
import { sortInSteps } from '../../../../server/insight/steps/sort-in-steps.ts'
import { toTheEnd } from '../../../../server/insight/steps/to-the-end.ts'
import { dice } from '../coverage/made-covers.ts'

test('lists of any length are sorted as toSorted does it, equals in their order, and the list is left as it was', () => {
  for (const length of [0, 1, 2, 2_047, 2_048, 2_049, 4_097, 20_000]) {
    const random = dice(length + 1)
    const list = Array.from({ length }, (_, at) => ({ at, key: Math.floor(random() * 50) }))
    const order = (a: { key: number }, b: { key: number }): number => a.key - b.key
    const before = [...list]
    expect(toTheEnd(sortInSteps(list, order)), `${length}`).toEqual(list.toSorted(order))
    expect(list).toEqual(before)
  }
})

test('no step sorts all of it', () => {
  let compared = 0
  const list = Array.from({ length: 40_000 }, (_, at) => (at * 7_919) % 40_000)
  let most = 0
  const steps = sortInSteps(list, (a, b) => {
    compared++
    return a - b
  })
  for (let step = steps.next(); !step.done; step = steps.next()) {
    most = Math.max(most, compared)
    compared = 0
  }
  expect(most).toBeLessThan(40_000)
})
