import { expect, test } from 'vitest'
import { type Bucket, takeToken } from '../../../server/http/limit-rate.ts'

const RATE = { burst: 3, perSecond: 2 }

test('a bucket gives what it holds, then what time brings, and never more than it holds', () => {
  let bucket: Bucket = { tokens: 3, at: 0 }
  const left = (now: number): number => {
    const next = takeToken(bucket, now, RATE)
    if (next.tokens >= 0) bucket = next
    return next.tokens
  }
  expect([left(0), left(0), left(0), left(0)]).toEqual([2, 1, 0, -1])
  expect([left(250), left(500), left(500)]).toEqual([-0.5, 0, -1])
  expect(left(1_000_000)).toBe(2)
})

test('a clock that is set back gives nothing', () => {
  expect(takeToken({ tokens: 0.5, at: 10_000 }, 0, RATE).tokens).toBe(-0.5)
})
