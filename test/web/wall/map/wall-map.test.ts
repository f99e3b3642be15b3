import { expect, test } from 'vitest'
import type { DeskCase } from '../../../../server/contract/desk-case.ts'
import type { LiveNews } from '../../../../web/live/live-news.ts'
import { bookAfter, bookOf, NO_CASES } from '../../../../web/wall/map/case-book.ts'
import { moved } from '../../../../web/wall/map/crew-way.ts'
import { enlarge, grow } from '../../../../web/wall/map/enlarge.ts'
import { at, glideTo, isGliding } from '../../../../web/wall/map/glide.ts'
import { layNames } from '../../../../web/wall/map/lay-names.ts'
import { sunHeight, themeOfScene } from '../../../../web/wall/map/night.ts'
import { beginOf, countsOf, hourShown, lapseOf, playedSince, pointsUpTo } from '../../../../web/wall/map/time-lapse.ts'

const HOUR = 3_600_000
const SUO: [number, number] = [93.7858, 31.8892]

test('the sun of a city rises and sets when the almanac says', () => {
  // Lhasa region, equinox and solstice: USNO gives noon heights of 90 − latitude + declination.
  expect(sunHeight(SUO, Date.parse('2026-06-21T05:46:00Z'))).toBeCloseTo(90 - 31.889 + 23.44, 0)
  expect(sunHeight(SUO, Date.parse('2026-12-21T05:43:00Z'))).toBeCloseTo(90 - 31.889 - 23.44, 0)
  // On the equator at 0° E the sun of the equinox of March 2026 (14:46 UTC) stands in the zenith about 12:07.
  expect(sunHeight([0, 0], Date.parse('2026-03-20T12:07:00Z'))).toBeGreaterThan(89)
})

test('the wall is dark from dusk to dawn at the place of the city, and where the scene asks for it', () => {
  const auto = { map: { night: 'auto' as const } }
  const is = (time: string) => themeOfScene(auto, SUO, Date.parse(`2026-11-22T${time}:00+08:00`))
  expect(['03:00', '08:00', '09:30', '13:00', '18:00', '20:00'].map(is)).toEqual([
    'dark',
    'dark',
    'light',
    'light',
    'light',
    'dark',
  ])
  expect(themeOfScene({ map: { night: 'night' } }, SUO, Date.parse('2026-11-22T13:00:00+08:00'))).toBe('dark')
  expect(themeOfScene({ map: { night: 'day' } }, SUO, Date.parse('2026-11-22T23:00:00+08:00'))).toBe('light')
})

test('a time-lapse shows each of its hours once, in order, stays at the last, and never goes back', () => {
  const lapse = lapseOf(Date.parse('2026-11-22T20:46:00+08:00'), 24)
  expect(new Date(beginOf(lapse, 23)).toISOString()).toBe('2026-11-22T12:00:00.000Z')
  expect(new Date(beginOf(lapse, 0)).toISOString()).toBe('2026-11-21T13:00:00.000Z')
  const shown = Array.from({ length: 451 }, (_, i) => hourShown(lapse, i * 100, 45))
  expect([...new Set(shown)]).toEqual(Array.from({ length: 24 }, (_, hour) => hour))
  expect(shown.every((hour, i) => i === 0 || hour >= (shown[i - 1] as number))).toBe(true)
  expect(hourShown(lapse, 36_100, 45)).toBe(23)
  expect(hourShown(lapse, 10 * HOUR, 45)).toBe(23)
})

test('a scene that is held plays its hours again every few minutes, and stands still between', () => {
  const seconds = 45
  const lapse = lapseOf(0, 24)
  const shownAt = (now: number): number => hourShown(lapse, now - playedSince(1_000, now, seconds), seconds)
  const shown = Array.from({ length: 1_800 }, (_, second) => shownAt(1_000 + second * 1_000))
  const begun = shown.flatMap((hour, second) => (hour === 0 && shown[second - 1] !== 0 ? [second] : []))
  expect(begun).toEqual([0, 225, 450, 675, 900, 1_125, 1_350, 1_575])
  expect(shown.filter((hour) => hour === 23).length / shown.length).toBeGreaterThan(0.8)
  expect(playedSince(5_000, 4_000, seconds)).toBe(5_000)
})

test('each case is counted in its hour, and is on the map from its hour on', () => {
  const lapse = lapseOf(10 * HOUR, 3)
  const seconds = [7.9, 8, 8.99, 9, 10.5, 11].map((hour) => hour * 3_600)
  const columns = { at: Uint32Array.from(seconds), count: 6 }
  expect(countsOf(lapse, columns)).toEqual([2, 1, 1])
  const all = { ...columns, lng: new Int32Array(6), lat: new Int32Array(6) } as never
  expect([0, 1, 2].map((hour) => pointsUpTo(all, lapse, hour).at.length)).toEqual([3, 4, 5])
})

test('a symbol is drawn so many times as large at every zoom, and nothing else of it changes', () => {
  expect(grow(['interpolate', ['linear'], ['zoom'], 13, 0.5, 17, ['get', 'size']], 2)).toEqual([
    'interpolate',
    ['linear'],
    ['zoom'],
    13,
    1,
    17,
    ['*', 2, ['get', 'size']],
  ])
  expect(grow(['step', ['zoom'], 1, 15, 2], 2)).toEqual(['step', ['zoom'], 2, 15, 4])
  expect(grow(['literal', [1, 2]], 3)).toEqual(['literal', [3, 6]])
  const layer = { id: 'a', type: 'symbol', source: 's', layout: { 'text-size': 10, 'text-offset': [0, 1] } } as const
  expect(enlarge(layer as never, 2)).toMatchObject({ layout: { 'text-size': 20, 'text-offset': [0, 1] } })
  const line = { id: 'l', type: 'line', source: 's', paint: { 'line-width': 2 } } as never
  expect(enlarge(line, 2)).toBe(line)
})

test('a crew glides evenly to where it was heard of, from where it is drawn, and does not cross half the town', () => {
  const east = (metres: number): [number, number] => [SUO[0] + metres / 94_500, SUO[1]]
  const start = glideTo(undefined, SUO, 0, false)
  expect(isGliding(start, 1)).toBe(false)
  const first = glideTo(start, east(40), 2_000, false)
  expect([isGliding(first, 3_999), isGliding(first, 4_000)]).toEqual([true, false])
  const half = at(first, 3_000)[0]
  expect(half).toBeCloseTo((first.from[0] + first.to[0]) / 2, 12)
  const second = glideTo(first, east(80), 3_000, false)
  expect(second.from[0]).toBeCloseTo(half, 12)
  expect(glideTo(second, east(80), 9_000, false)).toBe(second)
  expect(isGliding(glideTo(second, east(3_000), 9_000, false), 9_001)).toBe(false)
  expect(isGliding(glideTo(second, east(60), 9_000, true), 9_001)).toBe(false)
})

test('a place that came late is passed over, and a trail stays short', () => {
  let of = moved(undefined, { at: '2026-11-22T12:00:00Z', location: SUO })
  expect(moved(of, { at: '2026-11-22T11:59:59Z', location: [0, 0] })).toBe(of)
  for (let i = 1; i < 50; i++)
    of = moved(of, { at: new Date(Date.parse('2026-11-22T12:00:00Z') + i).toISOString(), location: SUO })
  expect(of.trail).toHaveLength(18)
})

test('names of crews stand over no other name and no other dot; one without room has none', () => {
  const sizes = { dot: 10, height: 20 }
  const lone = layNames([{ id: 'a', at: [100, 100], width: 60 }], sizes, new Map())
  expect(lone.get('a')).toBe('above')
  const two = layNames(
    [
      { id: 'a', at: [100, 100], width: 60 },
      { id: 'b', at: [110, 80], width: 60 },
    ],
    sizes,
    new Map(),
  )
  expect(two.get('a')).not.toBe('above')
  const crowd = Array.from({ length: 40 }, (_, i) => ({
    id: String(i),
    at: [100 + (i % 8), 100 + i / 8] as [number, number],
    width: 60,
  }))
  expect(layNames(crowd, sizes, new Map()).size).toBeLessThan(10)
})

test('a name of a crew goes to a side that is free of the marks of cases, and covers one rather than be away', () => {
  const sizes = { dot: 10, height: 20 }
  const lone = [{ id: 'a', at: [100, 100], width: 60 }] as const
  const [above, below] = [
    [90, 70, 20, 20],
    [90, 110, 20, 20],
  ] as const
  expect(layNames(lone, sizes, new Map(), { marks: [above] }).get('a')).toBe('below')
  expect(layNames(lone, sizes, new Map([['a', 'above']]), { marks: [above, below] }).get('a')).toBe('right')
  expect(layNames(lone, sizes, new Map(), { marks: [[0, 0, 200, 200]] }).get('a')).toBe('above')
  const all = [0, 0, 200, 200] as const
  expect(layNames(lone, sizes, new Map(), { marks: [all, above] }).get('a')).toBe('below')
})

test('a name of a crew stands under no words of a case: on another side, else nowhere', () => {
  const sizes = { dot: 10, height: 20 }
  const lone = [{ id: 'a', at: [100, 100], width: 60 }] as const
  const above = [40, 60, 120, 25] as const
  expect(layNames(lone, sizes, new Map([['a', 'above']]), { words: [above] }).get('a')).toBe('below')
  expect(layNames(lone, sizes, new Map(), { words: [[0, 0, 200, 200]] }).size).toBe(0)
})

const one = (id: string, status = 'filed') => ({ id, status, clocks: [] }) as unknown as DeskCase
const change = (seq: number, id: string, status = 'filed') =>
  ({ event: 'change', data: { seq, entity: 'case', entityId: id, state: one(id, status) } }) as unknown as LiveNews

test('what the stream told of later rows stays when everything is read anew, and what is older changes nothing', () => {
  const read = bookOf(NO_CASES, { seq: 10, at: '', cases: [one('a')] })
  const told = bookAfter(bookAfter(read, change(12, 'b')) as typeof read, change(13, 'a', 'closed'))
  if (told === 'again') throw new Error('nothing asked for that')
  expect([...told.cases.keys()]).toEqual(['b'])
  expect([...bookOf(told, { seq: 11, at: '', cases: [one('a')] }).cases.keys()]).toEqual(['b'])
  expect([...bookOf(told, { seq: 13, at: '', cases: [one('c')] }).cases.keys()]).toEqual(['c'])
  expect(bookAfter(told, change(12, 'b', 'closed'))).toBe(told)
  expect(bookAfter(told, change(9, 'z'))).toBe(told)
  expect(bookAfter(told, { event: 'resync', data: { seq: 1, why: 'flood' } })).toBe('again')
})
