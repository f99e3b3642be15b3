import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RetentionRun } from '../../../server/contract/retention.ts'
import { keepRetentions } from '../../../server/retention/keep-retentions.ts'

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-05-01T22:00:00+08:00') }))
afterEach(() => void vi.useRealTimers())

const HOUR_MS = 3_600_000
const quiet = { info: () => undefined, error: () => undefined }
const nothing: RetentionRun = { at: '', gone: [] }

test('it runs at the start, and every night at ten past three in Asia/Shanghai', async () => {
  const at: string[] = []
  const end = keepRetentions(() => {
    at.push(new Date().toISOString())
    return Promise.resolve(nothing)
  }, quiet)
  await vi.advanceTimersByTimeAsync(30 * HOUR_MS)
  await end()
  await vi.advanceTimersByTimeAsync(24 * HOUR_MS)
  expect(at).toEqual(['2026-05-01T14:00:00.000Z', '2026-05-01T19:10:00.000Z', '2026-05-02T19:10:00.000Z'])
})

test('a run that fails is told and the next night tries again; one that lasts is not joined by another', async () => {
  const told: unknown[] = []
  let runs = 0
  const end = keepRetentions(
    () => {
      runs += 1
      if (runs === 1) return Promise.reject(new Error('no store'))
      return new Promise((resolve) => setTimeout(() => resolve(nothing), 30 * HOUR_MS))
    },
    { ...quiet, error: (fault: object) => void told.push(fault) },
  )
  await vi.advanceTimersByTimeAsync(30 * HOUR_MS)
  expect([runs, told.length]).toEqual([2, 1])
  const ended = end()
  await vi.advanceTimersByTimeAsync(12 * HOUR_MS)
  await ended
})
