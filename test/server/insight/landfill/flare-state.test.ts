import { expect, test } from 'vitest'
import { FLARE_SILENT_MS, type FlareKnown, flareState } from '../../../../server/insight/landfill/flare-state.ts'

const NOW = Date.parse('2026-05-01T00:00:00Z')
const HOUR = 3_600_000
const known = (of: Partial<FlareKnown>): FlareKnown => ({
  ...{ status: 'burning', changedMs: NOW - 900 * HOUR, flames: [], readMs: NOW - HOUR, ...of },
})
const flame = (raised: boolean, hoursAgo: number) => ({ raised, sinceMs: NOW - hoursAgo * HOUR })

test('one cold flame of two is a flare gone out, since the first that went', () => {
  expect(flareState(known({ flames: [flame(false, 9), flame(true, 5)] }), NOW)).toEqual({
    ...{ status: 'out', sinceMs: NOW - 5 * HOUR },
  })
  expect(flareState(known({ flames: [flame(true, 2), flame(true, 5)] }), NOW).sinceMs).toBe(NOW - 5 * HOUR)
})

test('it burns since the last of its flames was lit, whatever the register says of it', () => {
  expect(flareState(known({ status: 'out', flames: [flame(false, 9), flame(false, 5)] }), NOW)).toEqual({
    ...{ status: 'burning', sinceMs: NOW - 5 * HOUR },
  })
})

test('put out by hand it stays so, cold or silent', () => {
  for (const status of ['standby', 'maintenance'])
    for (const readMs of [NOW, NOW - 2 * FLARE_SILENT_MS, null])
      expect(flareState(known({ status, readMs, flames: [flame(true, 5)] }), NOW)).toEqual({
        ...{ status, sinceMs: NOW - 900 * HOUR },
      })
})

test('behind two days of silence nobody knows, and until then it is as it was', () => {
  const flames = [flame(false, 100)]
  expect(flareState(known({ flames, readMs: NOW - FLARE_SILENT_MS }), NOW).status).toBe('burning')
  expect(flareState(known({ flames, readMs: NOW - FLARE_SILENT_MS - 1 }), NOW)).toEqual({
    ...{ status: 'no-answer', sinceMs: NOW - FLARE_SILENT_MS - 1 },
  })
})

test('without a sensor it is as registered', () => {
  expect(flareState(known({ status: 'out', readMs: null }), NOW)).toEqual({ status: 'out', sinceMs: NOW - 900 * HOUR })
})
