import { expect, test } from 'vitest'
import { planMerge } from '../../../server/city/plan-merge.ts'

/** Adds segments of one row for so many edits, each killing a row of the largest, and follows the plan. */
function live(start: number, edits: number) {
  let segments = [{ alive: start, count: start }]
  let [most, copied] = [0, 0]
  for (let edit = 0; edit < edits; edit++) {
    const largest = segments.reduce((a, b) => (b.alive > a.alive ? b : a))
    segments = segments.map((one) => (one === largest ? { ...one, alive: one.alive - 1 } : one))
    segments.push({ alive: 1, count: 1 })
    for (let plan = planMerge(segments); plan; plan = planMerge(segments)) {
      const alive = segments.slice(...plan).reduce((sum, one) => sum + one.alive, 0)
      copied += alive
      segments.splice(plan[0], plan[1] - plan[0], ...(alive > 0 ? [{ alive, count: alive }] : []))
    }
    most = Math.max(most, segments.length)
  }
  return { most, copiedPerEdit: copied / edits, segments }
}

test('a million rows under 300,000 edits stay in few segments, and a row is seldom copied', () => {
  const { most, copiedPerEdit, segments } = live(1_000_000, 300_000)
  expect(most).toBeLessThanOrEqual(36)
  expect(copiedPerEdit).toBeLessThan(24)
  expect(segments.reduce((sum, { alive }) => sum + alive, 0)).toBe(1_000_000)
})

test('nothing is to be done for one healthy segment, and a worn one is written anew', () => {
  expect(planMerge([])).toBeUndefined()
  expect(planMerge([{ alive: 5, count: 5 }])).toBeUndefined()
  expect(planMerge([{ alive: 70, count: 100 }])).toEqual([0, 1])
  expect(planMerge([{ alive: 0, count: 3 }])).toEqual([0, 1])
})
