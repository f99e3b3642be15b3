import { expect, test } from 'vitest'
import { CrewTrails } from '../../../web/dispatch/desk/crew-trails.ts'
import { assignKey, FIRST_KEYS, FIRST_SETTINGS, readKeys } from '../../../web/dispatch/desk/desk-keys.ts'
import { readOwn, withOwn } from '../../../web/dispatch/desk/own-dispatches.ts'
import {
  addView,
  isView,
  keptOf,
  readViews,
  removeView,
  renameView,
  withView,
} from '../../../web/dispatch/desk/saved-views.ts'
import { filterOf, readDispatchSearch, viewOf, viewText, withFilter } from '../../../web/dispatch/dispatch-search.ts'

test('the address opens what it says and drops what it cannot mean', () => {
  const good = {
    ...{ case: '20261120-0007', v: '93.785,31.886,15.5', layers: 'drains,bins', status: 'filed,handling' },
    ...{ light: 'late', class: 'component:01037', area: '540626L0801000001', mine: 'yes', q: '井盖', sort: 'received' },
  }
  expect(readDispatchSearch(good)).toEqual(good)
  const bad = { case: '7', v: 'here', layers: '../x', status: 'a b', mine: 'no', q: '', sort: 'up', other: 'x' }
  expect(readDispatchSearch({ ...bad, crew: 'crew-1' })).toEqual({ crew: 'crew-1' })
})

test('a filter goes into the address and comes back, and leaves the rest of it', () => {
  const search = readDispatchSearch({ case: '20261120-0007', status: 'filed', mine: 'yes' })
  const filter = filterOf({ ...search, status: 'filed,lost', q: 'a' })
  expect(filter).toMatchObject({ status: ['filed'], mine: true, q: 'a', crew: [] })
  expect(withFilter(search, { ...filter, status: [], crew: ['crew-1'], mine: false })).toEqual({
    ...{ case: '20261120-0007', crew: 'crew-1', q: 'a' },
  })
})

test('a view of the map comes back from the address to a tenth of a metre', () => {
  const view = { lng: 93.7851234, lat: 31.886, zoom: 15.25, bearing: 0, pitch: 0 }
  expect(viewOf({ v: viewText(view) })).toEqual({ ...view, lng: 93.785123 })
  expect(viewOf(readDispatchSearch({ v: viewText({ ...view, bearing: -20, pitch: 45 }) }))).toMatchObject({
    ...{ bearing: -20, pitch: 45 },
  })
  expect(viewOf({ v: '200,0,3' })).toBeUndefined()
})

test('a view is kept under its name, renamed, removed, and shown without closing the case', () => {
  const search = readDispatchSearch({ case: '20261120-0007', v: '93,31,12', light: 'late', sort: 'received' })
  expect(keptOf(search)).toEqual({ light: 'late', sort: 'received' })
  const one = { id: '1', name: '夜班', search: keptOf(search) }
  const views = addView(addView([], one), { ...one, id: '2' })
  expect(views.map(({ id }) => id)).toEqual(['2'])
  expect(renameView(views, '2', '白班')[0]?.name).toBe('白班')
  expect(removeView(views, '2')).toEqual([])
  expect(withView({ case: '20261120-0007', v: '93,31,12', status: 'filed' }, one.search)).toEqual(search)
  expect([isView(search, one.search), isView(search, {})]).toEqual([true, false])
  expect(readViews(JSON.stringify(views))).toEqual(views)
  expect([readViews('{'), readViews(null), readViews('[{"id":1}]')]).toEqual([[], [], []])
})

test('a key is changed for one that is free, and kept', () => {
  const changed = assignKey(FIRST_SETTINGS, 'dispatch', 'P')
  expect(changed).toEqual({ settings: { on: true, keys: { ...FIRST_KEYS, dispatch: 'p' } } })
  if ('settings' in changed) expect(readKeys(JSON.stringify(changed.settings))).toEqual(changed.settings)
  expect(assignKey(FIRST_SETTINGS, 'dispatch', 'j')).toEqual({ refused: 'next' })
  expect(assignKey(FIRST_SETTINGS, 'next', 'j')).toEqual({ settings: FIRST_SETTINGS })
  for (const key of ['Enter', ' ', 'F1', '']) expect(assignKey(FIRST_SETTINGS, 'next', key)).toEqual({ refused: 'bad' })
})

test('keys that cannot be read, or of which two are one, are as at first; whether they are on stays', () => {
  expect([readKeys(null), readKeys('x'), readKeys('{"on":1}')]).toEqual([1, 1, 1].map(() => FIRST_SETTINGS))
  expect(readKeys('{"on":false,"keys":{"next":"k"}}')).toEqual({ on: false, keys: FIRST_KEYS })
  expect(readKeys('{"on":false,"keys":{}}').on).toBe(false)
})

test('the cases that somebody dispatched are remembered, the latest last, and not without end', () => {
  expect(withOwn(['a', 'b'], ['a', 'c'])).toEqual(['b', 'a', 'c'])
  expect(
    withOwn(
      [],
      Array.from({ length: 2_100 }, (_, n) => String(n)),
    ),
  ).toHaveLength(2_000)
  expect([readOwn('["a"]'), readOwn('7'), readOwn('')]).toEqual([['a'], [], []])
})

const MINUTE = 60_000
const BEGIN = Date.UTC(2026, 10, 20, 13)
const place = (minute: number, crewId = 'crew-1') => ({
  ...{ crewId, at: new Date(BEGIN + minute * MINUTE).toISOString() },
  location: [93 + minute / 1000, 31] as [number, number],
})
const minutesOf = (line: readonly (readonly number[])[]) => line.map(([lng = 0]) => Math.round((lng - 93) * 1000))

test('a crew leaves a trail of the last 15 minutes; a place that comes late is passed over', () => {
  const trails = new CrewTrails()
  expect([0, 5, 3, 10, 20].map((minute) => trails.hear(place(minute)))).toEqual([true, true, false, true, true])
  expect(minutesOf(trails.lineOf('crew-1'))).toEqual([10, 20])
  expect(trails.lineOf('crew-2')).toEqual([])
  expect(trails.positionOf('crew-1', null)).toMatchObject({ at: place(20).at, speedKmh: null })
  const read = { at: place(50).at, location: place(50).location, accuracyM: 5, speedKmh: 20, headingDeg: 90 }
  expect(trails.positionOf('crew-1', read)).toBe(read)
  expect(trails.positionOf('crew-2', null)).toBeNull()
})

test('the trail of a crew that stands is the same array, though its place is newer and its phone wanders', () => {
  const trails = new CrewTrails()
  trails.hear(place(0))
  const line = trails.lineOf('crew-1')
  trails.hear({ ...place(0), at: place(1).at, location: [93.00002, 31], headingDeg: 12, speedKmh: 0.4 })
  expect(trails.lineOf('crew-1')).toBe(line)
  expect(trails.positionOf('crew-1', null)).toMatchObject({ at: place(1).at, headingDeg: 12, speedKmh: 0.4 })
  trails.hear({ ...place(2), location: [93.0002, 31] })
  expect(trails.lineOf('crew-1')).toHaveLength(2)
})

test('a trail begins with the way that was read, and what was heard meanwhile goes on from there', () => {
  const at = (minute: number) => ({ ...place(minute), accuracyM: null, speedKmh: null, headingDeg: null })
  const readAt = (minute: number) => {
    const { crewId, ...position } = at(minute)
    return [{ crewId, position, stale: false, trail: [1, 2, 3].map((back) => place(minute - 3 + back).location) }]
  }
  const trails = new CrewTrails()
  trails.hear(place(11))
  trails.load(readAt(10))
  expect(minutesOf(trails.lineOf('crew-1'))).toEqual([8, 9, 10, 11])
  expect(trails.positionOf('crew-1', null)).toMatchObject({ at: place(11).at })
  trails.load(readAt(14))
  expect(minutesOf(trails.lineOf('crew-1'))).toEqual([12, 13, 14])
  trails.hear(place(28))
  expect(minutesOf(trails.lineOf('crew-1'))).toEqual([14, 28])
})
