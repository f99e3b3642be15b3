import { expect, test } from 'vitest'
import { aheadOf } from '../../../web/console/use-now.ts'

test('a machine whose clock is wrong reckons by the server’s, and the way of an answer is no difference', () => {
  const now = Date.parse('2026-05-06T09:30:00Z')
  expect(aheadOf('2026-05-06T11:30:00.000Z', now)).toBe(7_200_000)
  expect(aheadOf('2026-05-06T09:20:00.000Z', now)).toBe(-600_000)
  expect(aheadOf('2026-05-06T09:29:59.000Z', now)).toBe(0)
})
