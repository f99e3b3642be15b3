import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { aimOf } from '../../../../web/wall/map/aim-of.ts'
import { MOVE_GAP_MS, moveTo } from '../../../../web/wall/map/camera-rule.ts'
import { MAP_PIXELS, mercator, viewOf } from '../../../../web/wall/map/fit-view.ts'
import { NO_VISITS, redVisits, VISIT_MS } from '../../../../web/wall/map/red-visits.ts'
import { insetsOf, wholeWidth } from '../../../../web/wall/map/wall-frame-insets.ts'

const CENTRE: LngLat = [93.7858, 31.8892]
const CITY = { centre: CENTRE, zoom: 14.6 }
const TICKER = { panels: { left: ['intake' as const], right: ['lots' as const], foot: 'ticker' as const } }
const SIZES = [
  [1920, 1080],
  [3840, 2160],
  [5760, 1080],
] as const

type View = ReturnType<typeof viewOf>
/** Where a place is on a screen, in vh from its top left. */
const spotOn = (view: View, place: LngLat, width: number) => {
  const world = 512 * 2 ** view.zoom
  const [a, b] = [mercator(place), mercator([view.lng, view.lat])]
  return [((a[0] - b[0]) * world) / MAP_PIXELS + width / 2, ((a[1] - b[1]) * world) / MAP_PIXELS + 50] as const
}

test.each(SIZES)('the town stands in the middle of what columns, header and foot leave at %i×%i', (w, h) => {
  const [width, insets] = [wholeWidth(w, h, null), insetsOf(TICKER, false)]
  const aim = aimOf({ city: CITY, scene: { camera: 'city' }, alarm: null, visit: null, late: [], beat: 0 })
  const [x, y] = spotOn(viewOf(aim.target, { width, insets, part: null }), CENTRE, width)
  expect(x).toBeCloseTo((insets.left + width - insets.right) / 2, 3)
  expect(y).toBeCloseTo((insets.top + 100 - insets.bottom) / 2, 3)
})

test('the same town is as large at 4K as at 1080, and a wider wall shows more of the land and never a stretched town', () => {
  const insets = insetsOf(TICKER, false)
  const { target } = aimOf({ city: CITY, scene: { camera: 'city' }, alarm: null, visit: null, late: [], beat: 0 })
  const zooms = SIZES.map(([w, h]) => viewOf(target, { width: wholeWidth(w, h, null), insets, part: null }).zoom)
  expect(zooms[1]).toBeCloseTo(zooms[0] as number, 9)
  expect(zooms[2]).toBeGreaterThan(zooms[0] as number)
  expect((zooms[2] as number) - (zooms[0] as number)).toBeLessThan(1)
})

test.each([2, 3])('the %i screens of a video wall show pieces of one view that meet at their edges', (of) => {
  const [width, insets] = [wholeWidth(1920, 1080, { index: 0, of }), insetsOf(TICKER, false)]
  const target = { centre: CENTRE, zoom: 15, bearing: 20 }
  const whole = viewOf({ ...target, bearing: 0 }, { width, insets, part: null })
  for (let index = 0; index < of; index++) {
    const part = viewOf({ ...target, bearing: 0 }, { width, insets, part: { index, of } })
    const [x, y] = spotOn(part, CENTRE, width / of)
    const [wx, wy] = spotOn(whole, CENTRE, width)
    expect(x + (index * width) / of).toBeCloseTo(wx, 3)
    expect(y).toBeCloseTo(wy, 3)
    expect(part.zoom).toBe(whole.zoom)
  }
  expect(viewOf({ ...target, pitch: 50 }, { width, insets, part: { index: 0, of } }).pitch).toBe(0)
  expect(viewOf({ ...target, pitch: 50 }, { width, insets, part: null }).pitch).toBe(50)
})

test('an emergency comes before a case that turned red, and that before the camera of the scene', () => {
  const late = [{ id: 'a', lngLat: CENTRE }]
  const alarm = { id: 'e', lngLat: CENTRE, way: [], metres: 0, isShown: false }
  const needs = {
    city: CITY,
    scene: { camera: 'follow-late' as const },
    alarm,
    visit: { id: 'r', lngLat: CENTRE },
    late,
    beat: 0,
  }
  expect(aimOf(needs)).toMatchObject({ key: 'alarm:e:false', urgent: true })
  expect(aimOf({ ...needs, alarm: null })).toMatchObject({ key: 'visit:r', urgent: false })
  expect(aimOf({ ...needs, alarm: null, visit: null }).key).toBe('late:a')
  expect(aimOf({ ...needs, alarm: null, visit: null, late: [] }).key).toBe('city')
})

test('the way of a crew that is sent later is no hurry, and comes into the picture with the emergency', () => {
  const far: LngLat = [CENTRE[0] + 0.006, CENTRE[1]]
  const needs = { city: CITY, scene: { camera: 'city' as const }, visit: null, late: [], beat: 0 }
  const alarm = { id: 'e', lngLat: CENTRE, way: [far, CENTRE], metres: 570, isShown: true }
  const aim = aimOf({ ...needs, alarm })
  expect(aim).toMatchObject({ key: 'alarm:e:true', urgent: false })
  const [width, insets] = [wholeWidth(1920, 1080, null), insetsOf(TICKER, true)]
  const view = viewOf(aim.target, { width, insets, part: null })
  for (const place of [far, CENTRE]) {
    const [x, y] = spotOn(view, place, width)
    expect(x).toBeGreaterThan(insets.left)
    expect(x).toBeLessThan(width - insets.right)
    expect(y).toBeGreaterThan(insets.top)
    expect(y).toBeLessThan(100 - insets.bottom)
  }
})

test('the camera moves once in 20 s and not to where it is; an emergency does not wait', () => {
  const last = { key: 'city', at: 1_000_000 }
  const to = (key: string, after: number, urgent = false) => moveTo({ key, urgent }, last, last.at + after, false)
  expect(moveTo({ key: 'city', urgent: false }, undefined, 0, false)).toBe('jump')
  expect(to('city', 60_000)).toBeUndefined()
  expect(to('late:a', MOVE_GAP_MS - 1)).toBeUndefined()
  expect(to('late:a', MOVE_GAP_MS)).toBe('fly')
  expect(to('alarm:e', 100, true)).toBe('fly')
})

test('screens of one wall move at the same beat of the clock whenever each moved last', () => {
  const beat = 90_000 * MOVE_GAP_MS
  for (const before of [1, 3_000, 19_999]) {
    const last = { key: 'city', at: beat - before }
    expect(moveTo({ key: 'x', urgent: false }, last, beat - 1, true)).toBeUndefined()
    expect(moveTo({ key: 'x', urgent: false }, last, beat, true)).toBe('fly')
  }
})

const cases = (states: Record<string, 'working' | 'late'>) =>
  Object.entries(states).map(([id, state]) => ({ id, state }))

test('a case that turns red is visited; one that was red when it was first seen is not', () => {
  const first = redVisits(NO_VISITS, cases({ a: 'working', b: 'late' }), 0, undefined)
  expect(first.waiting).toEqual([])
  const turned = redVisits(first, cases({ a: 'late', b: 'late', c: 'late' }), 5_000, undefined)
  expect(turned.waiting).toEqual([{ id: 'a', turnedAt: 5_000 }])
  expect(redVisits(turned, cases({ a: 'late', b: 'late', c: 'late' }), 6_000, undefined)).toBe(turned)
})

test('a visit ends after its time, and when the case is no longer red; one that could not be shown is old news after a minute', () => {
  const before = redVisits(NO_VISITS, cases({ a: 'working', b: 'working' }), 0, undefined)
  const both = redVisits(before, cases({ a: 'late', b: 'late' }), 0, undefined)
  const red = cases({ a: 'late', b: 'late' })
  expect(redVisits(both, red, VISIT_MS - 1, 0).waiting).toHaveLength(2)
  expect(redVisits(both, red, VISIT_MS, 0).waiting.map(({ id }) => id)).toEqual(['b'])
  expect(redVisits(both, cases({ b: 'late' }), 1_000, 0).waiting.map(({ id }) => id)).toEqual(['b'])
  expect(redVisits(both, red, 60_000, undefined).waiting).toEqual([])
})

test('a clock that is set back by days does not hold the camera where it is', () => {
  const aim = { key: 'visit:1', urgent: false }
  const ahead = { key: 'city', at: 2 * 86_400_000 }
  expect(moveTo(aim, ahead, 1_000, false)).toBe('fly')
  expect(moveTo(aim, ahead, 1_000, true)).toBe('fly')
  const turned = redVisits(
    { red: new Map([['1', false]]), waiting: [] },
    [{ id: '1', state: 'late' }],
    86_400_000,
    undefined,
  )
  expect(turned.waiting).toHaveLength(1)
  expect(redVisits(turned, [{ id: '1', state: 'late' }], 1_000, 86_400_500).waiting).toEqual([])
  // The lights go by steps of five seconds, the camera by the second.
  expect(redVisits(turned, [{ id: '1', state: 'late' }], 86_400_000, 86_404_500)).toBe(turned)
})
