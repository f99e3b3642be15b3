import { expect, test } from 'vitest'
import type { LngLat } from '../../../server/contract/geo.ts'
import { type WallEvent, WallEventKind } from '../../../server/contract/wall.ts'
import '../../../web/i18n/wall-words.ts'
import { outcomeOf, whatIs } from '../../../web/wall/event-words.ts'
import { lampHours } from '../../../web/wall/lamp-hours.ts'
import { oldSince } from '../../../web/wall/old-since.ts'

const SUO: LngLat = [93.785, 31.886]
const clockOf = (ms: number | undefined): string => new Date((ms ?? 0) + 8 * 3_600_000).toISOString().slice(11, 16)
const hoursOn = (day: string, at = SUO) => lampHours(at, Date.parse(`${day}T12:00:00+08:00`))

// Rising and setting of the sun at 31.886 N 93.785 E by the NOAA solar calculator: 08:43 and 18:53 on 27 December, 06:47 and 21:02 on 21 June; the
// sun needs some 20 minutes for the last four degrees.
test('lamps go on some 20 minutes after sunset and off as long before sunrise', () => {
  const winter = hoursOn('2026-12-27')
  expect(clockOf(winter?.on)).toMatch(/^19:0\d|^19:1\d/)
  expect(clockOf(winter?.off)).toMatch(/^08:2\d/)
  const summer = hoursOn('2026-06-21')
  expect(clockOf(summer?.on)).toMatch(/^21:[12]\d/)
  expect(clockOf(summer?.off)).toMatch(/^06:[23]\d/)
})

test('they are the same at any time of the business day, and another the next', () => {
  const [first, last] = ['00:01:00', '23:59:00'].map((time) => lampHours(SUO, Date.parse(`2026-03-20T${time}+08:00`)))
  expect(first).toEqual(last)
  expect(hoursOn('2026-03-21')?.on).not.toBe(first?.on)
})

test('where the sun does not set there are none', () => {
  expect(hoursOn('2026-06-21', [25, 78])).toBeUndefined()
})

const FIGURES = {
  at: '2026-05-06T01:30:00.000Z',
  ages: {
    cases: { asOf: '2026-05-06T01:29:00.000Z', every_s: 600, stale: false },
    positions: { asOf: '2026-05-06T01:10:00.000Z', every_s: 300, stale: true },
  },
}

test('a source that fell silent makes its own figures old, and no others (W5)', () => {
  expect(oldSince(FIGURES, 'positions', 0)).toBe('2026-05-06T01:10:00.000Z')
  expect(oldSince(FIGURES, 'cases', 0)).toBeUndefined()
  expect(oldSince(FIGURES, 'streetlights', 0)).toBeUndefined()
})

test('when the server has not answered twice, all figures are of its last answer', () => {
  expect(oldSince(FIGURES, 'cases', 60_000)).toBeUndefined()
  expect(oldSince(FIGURES, 'cases', 70_000)).toBe(FIGURES.at)
})

const now = Date.parse('2026-05-06T21:36:00+08:00')
const event = (of: Partial<WallEvent>): WallEvent => ({
  ...{
    id: '1',
    at: '2026-05-06T21:30:00+08:00',
    what: 'received',
    state: 'working',
    source: 'patrol',
    place: '团结路',
  },
  ...{ problem: '路灯不亮', crewId: 'lamps', dueAt: '2026-05-06T22:41:00+08:00', tookMinutes: null },
  ...of,
})
const crews = {
  ...{ onDuty: 1, total: 1, people: 3 },
  byState: [{ crewId: 'lamps', name: '路灯组', state: 'free' as const, load: 0 }],
}
const says = (of: Partial<WallEvent>): string => outcomeOf(event(of), { now, crews })

test('the ticker says what came of a case', () => {
  expect(says({ what: 'filed' })).toBe('已立案，限 22:41')
  expect(says({ what: 'dispatched' })).toBe('路灯组，限 22:41')
  expect(says({ what: 'dispatched', crewId: 'unknown' })).toBe('已派遣')
  expect(says({ what: 'closed', tookMinutes: 72 })).toBe('用时 1 小时 12 分')
  expect(says({ what: 'due' })).toBe('剩 1 小时 05 分')
  expect(says({ what: 'late', dueAt: '2026-05-06T17:56:00+08:00' })).toBe('超 3 小时 40 分')
})

test('what has just come is told by where it came from, and the rest by what was done', () => {
  expect(whatIs(event({}))).toBe('巡查上报')
  expect(whatIs(event({ what: 'closed' }))).toBe('结案')
})

test('every kind of event has words, with a crew and without, with a due time and without', () => {
  const said = WallEventKind.options.flatMap((what) =>
    [event({ what }), event({ what, crewId: null, dueAt: null })].flatMap((one) => [
      whatIs(one),
      outcomeOf(one, { now, crews }),
    ]),
  )
  expect(said.filter((text) => /^(wall|source)/.test(text) || text.includes('{{'))).toEqual([])
})
