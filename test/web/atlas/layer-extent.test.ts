import { expect, test } from 'vitest'
import type { Bbox } from '../../../server/contract/geo.ts'
import { extentOfCity, outsideOf } from '../../../web/atlas/layers/layer-extent.ts'
import { withLayer } from '../../../web/atlas/layers/status-filter.ts'
import { pictureOf } from '../../../web/atlas/picture.ts'
import { aLayer } from './a-layer.ts'

const VIEW: Bbox = [0, 0, 10, 10]
const roads = aLayer({ id: 'roads', symbol: { icon: 'temaki:waste', mark: false }, bounds: [-90, 0, 90, 10] })

test('the whole city is all that stands in it, shown or not, and of roads and grids what is shown', () => {
  const layers = [
    aLayer({ bounds: [2, 2, 3, 3] }),
    aLayer({ id: 'landfills', bounds: [12, 1, 13, 2] }),
    aLayer({ id: 'kiosks' }),
    roads,
  ]
  expect(extentOfCity(layers, [])).toEqual([2, 1, 13, 3])
  expect(extentOfCity(layers, ['roads'])).toEqual([-90, 0, 90, 10])
  expect(extentOfCity([aLayer()], [])).toBeUndefined()
})

test.each([
  ['inside', [1, 1, 9, 9], 0],
  ['beyond an edge', [11, 1, 12, 2], 3],
  ['across an edge', [9, 1, 12, 2], 'ask'],
] as const)('of three things %s, outside are: %s %s', (_, bounds, outside) => {
  expect(outsideOf(aLayer({ count: 3, bounds: [...bounds] }), VIEW, undefined)).toBe(outside)
})

test('of many things nobody counts those outside, of few of the many that are shown somebody does', () => {
  const bins = aLayer({ count: 700, countByStatus: { normal: 698, full: 2 }, bounds: [11, 1, 12, 2] })
  expect(outsideOf(bins, VIEW, undefined)).toBeUndefined()
  expect(outsideOf(bins, VIEW, ['full'])).toBe(2)
})

test('a layer is added to those that are shown, and a second time changes nothing', () => {
  const layers = [aLayer(), roads, aLayer({ id: 'kiosks', shownAtFirst: false })]
  const first = withLayer(pictureOf({}), layers, 'kiosks')
  expect(first.layers).toEqual(['bins', 'roads', 'kiosks'])
  expect(withLayer(first, layers, 'kiosks')).toBe(first)
})
