import { expect, test } from 'vitest'
import type { ComparedPeriods, ComparedRow } from '../../../../server/contract/spot-periods.ts'
import { dayNumberOf } from '../../../../web/charts/day-number.ts'
import { readPlanSearch } from '../../../../web/plan/plan-search.ts'
import { boxAround, boxBetween, five } from '../../../../web/plan/spots/box-around.ts'
import { areaText, type PlaceSketch, sketchOn } from '../../../../web/plan/spots/campaign-place.ts'
import { changeText, comparedCells, rankCompared } from '../../../../web/plan/spots/changes.ts'
import { figureIn } from '../../../../web/plan/spots/figure-in.ts'
import { daysWritten, readSpotSearch, spanOf } from '../../../../web/plan/spots/spot-search.ts'

const TODAY = dayNumberOf('2026-11-22')

test('an address that says nothing asks of the last 30 days by cells of 250 m', () => {
  expect(readSpotSearch({}, TODAY)).toMatchObject({
    ...{ lens: 'heat', cell: 250, subject: 'complaints', per: 'km2', of: undefined, box: undefined, within: 30 },
    days: { first: TODAY - 29, last: TODAY },
  })
})

test('what no study wrote is dropped, and the rest of the address stands', () => {
  const bad = { lens: 'joy', cell: '7', of: 'lamp', box: '4,3,2,1', within: '31', from: '2026-12-01', to: '2026-12-02' }
  expect(readSpotSearch({ ...bad, subject: 'cases' }, TODAY)).toEqual({
    ...readSpotSearch({}, TODAY),
    subject: 'cases',
  })
})

test('days come back as they were written, and a day that still runs ends now', () => {
  const days = { first: TODAY - 6, last: TODAY }
  expect(readSpotSearch(daysWritten(days), TODAY).days).toEqual(days)
  const now = Date.parse('2026-11-22T21:35:00+08:00')
  expect(spanOf(days, now)).toEqual({ from: '2026-11-15T16:00:00.000Z', to: '2026-11-22T13:35:00.000Z' })
  expect(spanOf({ first: TODAY - 6, last: TODAY - 1 }, now).to).toBe('2026-11-21T16:00:00.000Z')
})

test('a box is the same whichever corner was clicked first', () => {
  expect(boxBetween([93.8, 31.9], [93.7, 31.8])).toEqual(boxBetween([93.7, 31.9], [93.8, 31.8]))
  const ring: [number, number][] = [
    [93.7, 31.8],
    [93.9, 31.8],
    [93.8, 31.95],
    [93.7, 31.8],
  ]
  expect(boxAround({ type: 'MultiPolygon', coordinates: [[ring], [ring]] })).toEqual([93.7, 31.8, 93.9, 31.95])
})

test('an area is drawn corner by corner, closed by a click on the first, and comes back out of the link', () => {
  const click = (sketch: PlaceSketch, at: [number, number], onFirst = false) => sketchOn(sketch, at, onFirst)
  const corners: [number, number][] = [
    [93.781234567, 31.881111111],
    [93.79, 31.88],
    [93.785, 31.9],
  ]
  let sketch: PlaceSketch = { kind: 'ring', corners: [] }
  for (const at of corners) {
    // Too few corners are no area yet.
    expect(click(sketch, at, sketch.corners.length > 0 && sketch.corners.length < 3).place).toBeUndefined()
    sketch = click(sketch, at).sketch ?? sketch
  }
  const { place, sketch: over } = click(sketch, [93.7812, 31.8811], true)
  expect([place, over]).toEqual(['93.78123,31.88111,93.79,31.88,93.785,31.9', undefined])
  const { box, ring } = readSpotSearch({ box: place ?? '' }, TODAY)
  expect([box, ring]).toEqual([undefined, sketch.corners])
  expect(JSON.parse(areaText(ring ?? []))).toEqual({
    type: 'Polygon',
    coordinates: [
      [
        [93.78123, 31.88111],
        [93.79, 31.88],
        [93.785, 31.9],
        [93.78123, 31.88111],
      ],
    ],
  })
})

test('an area that crosses itself, or has a corner too many for a link, is not closed; nor is it read from an address', () => {
  const eight: [number, number][] = [
    [93, 31],
    [93.1, 31.1],
    [93.1, 31],
    [93, 31.1],
  ]
  expect(sketchOn({ kind: 'ring', corners: eight }, [93, 31], true).place).toBeUndefined()
  expect(readSpotSearch({ box: eight.join() }, TODAY).ring).toBeUndefined()
  const round = (count: number): [number, number][] =>
    Array.from({ length: count }, (_, at) => [
      five(93.78 + Math.cos((at / count) * 6.28) / 50),
      five(31.88 + Math.sin((at / count) * 6.28) / 50),
    ])
  const full: PlaceSketch = { kind: 'ring', corners: round(32) }
  expect(sketchOn(full, [93.9, 31.9], false).sketch?.corners).toHaveLength(32)
  expect(readSpotSearch({ box: round(33).join() }, TODAY).ring).toBeUndefined()
  // What is written fits into the address: a part of it is dropped beyond 600 characters.
  const text = round(32).join()
  expect(readPlanSearch({ box: text })).toEqual({ box: text })
  expect(readSpotSearch({ box: text }, TODAY).ring).toHaveLength(32)
  expect(readSpotSearch({ box: '93,31,93.1,31.1,93.2' }, TODAY)).toMatchObject({ box: undefined, ring: undefined })
})

test('a box is two clicks, and the same corner clicked twice is one corner', () => {
  const first = sketchOn({ kind: 'box', corners: [] }, [93.8, 31.9], false)
  expect(sketchOn(first.sketch ?? { kind: 'ring', corners: [] }, [93.7, 31.8], false)).toEqual({
    ...{ sketch: undefined, place: '93.7,31.8,93.8,31.9' },
  })
  const once: PlaceSketch = { kind: 'ring', corners: [[93.8, 31.9]] }
  expect(sketchOn(once, [93.8, 31.9], false).sketch?.corners).toHaveLength(1)
})

const ring: [number, number][] = Array.from({ length: 5 }, () => [93.7, 31.8])
const row = (key: string, more: Partial<ComparedRow>): ComparedRow => ({
  ...{ key, name: key, value: 0, yearBefore: null, periodBefore: 0, against: null },
  ...{ yearChange: null, periodChange: null, againstChange: null, ring, ...more },
})

test('a period that was not recorded is unknown, and not none', () => {
  const compared = {
    ...{ period: { from: '2026-10-01T00:00:00+08:00', to: '2026-11-01T00:00:00+08:00' }, cellMetres: 1_000 },
    rows: [row('a', { value: 31, periodBefore: 10 })],
  } as ComparedPeriods
  const { now, before, change } = comparedCells(compared, 'period')
  const month = 31 / 30.436875
  expect(now[0]?.value).toBeCloseTo(31 / month, 6)
  expect(before[0]?.value).toBeCloseTo(10 / month, 6)
  expect(change[0]?.value).toBeCloseTo(21 / month, 6)
  const byYear = comparedCells(compared, 'year')
  expect([byYear.before[0]?.value, byYear.change[0]?.value]).toEqual([null, null])
  expect(byYear.before[0]?.none).toBe(false)
})

test('what lies on no road is last, however much it is', () => {
  const rows = [row('', { value: 99 }), row('b', { value: 1 }), row('a', { value: 3 })]
  expect(rankCompared(rows).map(({ key }) => key)).toEqual(['a', 'b', ''])
})

test('a change carries its sign, and is not said where there is nothing to compare with', () => {
  expect([changeText(0.125), changeText(-0.5), changeText(null)]).toEqual(['+12.5 %', '−50 %', undefined])
})

test('a figure goes into a workbook as a number, words as words, and what is not known as nothing', () => {
  const said = ['1,446', '418.1', '+4.04', '−0.03', '0', '—', '', '7 天内没到过', '0 / 5.1', '99%']
  expect(said.map(figureIn)).toEqual([1446, 418.1, 4.04, -0.03, 0, null, null, '7 天内没到过', '0 / 5.1', '99%'])
})
