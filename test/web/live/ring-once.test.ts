import { expect, onTestFinished, test, vi } from 'vitest'
import { ringOnce } from '../../../web/live/ring-once.ts'

/** As much of the browser's locks as is used: one holder each, `null` for who comes meanwhile. */
function withLocks(): void {
  const held = new Set<string>()
  const request = async (name: string, _: object, work: (lock: object | null) => Promise<void>) => {
    if (held.has(name)) return work(null)
    held.add(name)
    await work({ name })
    held.delete(name)
  }
  vi.stubGlobal('navigator', { locks: { request } })
  vi.useFakeTimers()
  onTestFinished(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
}

test('of several tabs of one browser one rings, and each of two alarms is heard', async () => {
  withLocks()
  let rung = 0
  const ring = () => void rung++
  await Promise.all([ringOnce(['case-1'], ring), ringOnce(['case-1'], ring), ringOnce(['case-1'], ring)])
  expect(rung).toBe(1)
  await Promise.all([ringOnce(['case-1', 'case-2'], ring), ringOnce(['case-1', 'case-2'], ring)])
  expect(rung).toBe(2)
})

test('one that is escalated anew later rings again', async () => {
  withLocks()
  let rung = 0
  await ringOnce(['case-1'], () => rung++)
  await vi.advanceTimersByTimeAsync(10_001)
  await ringOnce(['case-1'], () => rung++)
  expect(rung).toBe(2)
})

test('where there are no locks each tab rings', async () => {
  vi.stubGlobal('navigator', undefined)
  onTestFinished(() => void vi.unstubAllGlobals())
  let rung = 0
  await ringOnce(['case-1'], () => rung++)
  expect(rung).toBe(1)
})
