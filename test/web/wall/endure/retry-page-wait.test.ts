import { expect, test } from 'vitest'
import { retryPageWait } from '../../../../web/wall/endure/retry-page-wait.ts'

test('a page that does not come is waited for longer each time, up to a minute', () => {
  expect([0, 1, 2, 3, 4, 5, 99].map((tries) => retryPageWait(tries, 1) / 1_000)).toEqual([3, 6, 12, 24, 48, 60, 60])
})

test('the screens of a bureau do not come back in one moment, and none waits less than half', () => {
  expect(retryPageWait(2, 0)).toBe(6_000)
  expect(retryPageWait(2, 0.5)).toBe(9_000)
})
