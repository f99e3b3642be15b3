import { expect, test } from 'vitest'
import { countPoints } from '../../../web/atlas/heat/count-points.ts'
import { daysOf } from '../../../web/charts/day-number.ts'
import type { HeatColumns } from '../../../web/map/read-heat.ts'

/** Rows of [instant, class, source]. */
const columns = (rows: [string, number, number][]): HeatColumns => ({
  count: rows.length,
  seq: 1,
  from: '',
  to: '',
  classes: ['matter:02001', 'matter:06010'],
  sources: ['hotline-12345', 'reception'],
  lng: new Int32Array(rows.length),
  lat: new Int32Array(rows.length),
  at: Uint32Array.from(rows, ([at]) => Date.parse(at) / 1000),
  classOf: Uint8Array.from(rows, ([, kind]) => kind),
  sourceOf: Uint8Array.from(rows, ([, , source]) => source),
})

const points = columns([
  ['2024-05-09T23:59:59+08:00', 0, 0],
  ['2024-05-10T00:00:00+08:00', 0, 0],
  ['2024-05-10T12:00:00+08:00', 0, 1],
  ['2024-05-10T23:59:59+08:00', 1, 1],
  ['2024-05-11T00:00:00+08:00', 1, 1],
])
const day = daysOf({ from: '2024-05-10', to: '2024-05-10' })

test('a day has its first second and not the next day’s', () => {
  expect(countPoints(points, day, {}).total).toBe(3)
})

test('a facet is counted under the other’s filter and not under its own', () => {
  const counts = countPoints(points, day, { classes: new Set([0]) })
  expect(counts).toEqual({ total: 2, byClass: [2, 1], bySource: [1, 1] })
})

test('a filter that knows none of the classes leaves nothing', () => {
  expect(countPoints(points, day, { classes: new Set() }).total).toBe(0)
})
