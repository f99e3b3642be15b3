import { expect, test } from 'vitest'
import { turnWait } from '../../../web/wall/turn-wait.ts'

const at = '2026-05-06T09:30:00.000Z'
const turns = (turnsAt: string | null, sinceMs = 0): number | undefined => turnWait({ at, turnsAt }, sinceMs)

test('figures are asked for right after time alone made them wrong, however long ago they came', () => {
  expect(turns('2026-05-06T09:30:12.000Z')).toBe(12_020)
  expect(turns('2026-05-06T09:30:12.000Z', 10_000)).toBe(2_020)
})

test('an answer of just before, which another wall was given too, is not asked for without end', () => {
  expect(turns('2026-05-06T09:30:00.100Z', 400)).toBe(250)
})

test('what turns after they are asked for anyway, or never, is waited for by nobody', () => {
  expect(turns('2026-05-06T09:31:00.000Z')).toBeUndefined()
  expect(turns(null)).toBeUndefined()
})
