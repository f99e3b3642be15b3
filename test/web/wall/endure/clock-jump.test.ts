import { expect, test } from 'vitest'
import { clockJump, didSleep } from '../../../../web/wall/endure/clock-jump.ts'

const begin = { wall: Date.parse('2026-11-22T12:00:00Z'), steady: 1_000 }
const later = (wall: number, steady: number) => ({ wall: begin.wall + wall, steady: begin.steady + steady })

test('a clock that runs is no jump, nor is one that the network puts right by a second', () => {
  expect(clockJump(begin, later(5_000, 5_000))).toBe(0)
  expect(clockJump(begin, later(6_000, 5_000))).toBe(0)
  expect(clockJump(begin, later(60_000, 60_000))).toBe(0)
})

test('a clock that was set says by how much, forwards and backwards', () => {
  expect(clockJump(begin, later(3_605_000, 5_000))).toBe(3_600_000)
  expect(clockJump(begin, later(-3_595_000, 5_000))).toBe(-3_600_000)
})

test('timers that stood still are a sleep, whichever clock went on meanwhile', () => {
  expect(didSleep(begin, later(5_200, 5_200))).toBe(false)
  // A page that is busy misses many a turn.
  expect(didSleep(begin, later(90_000, 90_000))).toBe(false)
  expect(didSleep(begin, later(600_000, 600_000))).toBe(true)
  expect(didSleep(begin, later(600_000, 5_100))).toBe(true)
})
