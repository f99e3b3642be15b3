import { expect, test } from 'vitest'
import type { LngLat } from '../../../server/contract/geo.ts'
import { type PhotoRule, Redaction, warningsOf } from '../../../server/contract/photo.ts'
import { complaint } from '../../support/entries.ts'

const rule: PhotoRule = {
  ...{ id: 'test', version: 1, farMetres: 200, beforeReportHours: 24, clockMinutes: 10 },
  ...{ source: 'test', verified: 'U' },
}
const of = complaint(1, {
  location: [93.785, 31.886],
  receivedAt: '2026-05-01T08:00:00+08:00',
  dispatchedAt: '2026-05-01T10:00:00+08:00',
  handledAt: '2026-05-01T11:00:00+08:00',
})
const now = Date.parse('2026-05-01T12:00:00+08:00')
const at = (time: string) => Date.parse(`2026-05-01T${time}+08:00`)
// A degree of latitude is 111.2 km.
const north = (metres: number): LngLat => [93.785, 31.886 + metres / 111_195]

test('a photo from within the distance is not far away, one from beyond it is', () => {
  const taken = (metres: number) => ({ at: at('10:30:00'), places: [north(metres)] })
  expect(warningsOf(taken(199), 'after', of, rule, now)).toEqual([])
  expect(warningsOf(taken(201), 'after', of, rule, now)).toEqual(['far-away'])
})

test('of the places that it may stand for the nearest counts', () => {
  const places = [north(600), north(20)]
  expect(warningsOf({ at: at('10:30:00'), places }, 'after', of, rule, now)).toEqual([])
})

test('a photo of the work was taken after the dispatch, of the check after the answer, give or take the clock', () => {
  const taken = (time: string) => ({ at: at(time), places: [of.location] })
  expect(warningsOf(taken('09:49:59'), 'after', of, rule, now)).toEqual(['too-early'])
  expect(warningsOf(taken('09:50:01'), 'after', of, rule, now)).toEqual([])
  expect(warningsOf(taken('10:30:00'), 'check', of, rule, now)).toEqual(['too-early'])
  expect(warningsOf(taken('11:05:00'), 'check', of, rule, now)).toEqual([])
})

test('a first photo may be a day older than the report, and no older', () => {
  const taken = (instant: string) => ({ at: Date.parse(instant), places: [of.location] })
  expect(warningsOf(taken('2026-04-30T08:00:00+08:00'), 'before', of, rule, now)).toEqual([])
  expect(warningsOf(taken('2026-04-30T07:00:00+08:00'), 'before', of, rule, now)).toEqual(['too-early'])
})

test('a photo from the future has a wrong clock', () => {
  expect(warningsOf({ at: at('12:11:00'), places: [of.location] }, 'after', of, rule, now)).toEqual(['too-late'])
})

test('a photo that says nothing is told so', () => {
  expect(warningsOf({ at: undefined, places: [] }, 'after', of, rule, now)).toEqual(['no-place', 'no-time'])
})

test('a box that leaves the picture is refused', () => {
  expect(Redaction.safeParse({ left: 0.5, top: 0, width: 0.5, height: 1 }).success).toBe(true)
  expect(Redaction.safeParse({ left: 0.6, top: 0, width: 0.5, height: 1 }).success).toBe(false)
  expect(Redaction.safeParse({ left: 0, top: 0.9, width: 0.5, height: 0.2 }).success).toBe(false)
})
