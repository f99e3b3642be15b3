import { expect, test } from 'vitest'
import { dayDrawing } from '../../../../web/dispatch/day/day-drawing.ts'
import { type DayDrawing, daySource, NO_DAY, routeLayers, stopLayers } from '../../../../web/map/day/route-layers.ts'
import { overOf } from '../../../../web/map/over.ts'
import { paletteOf } from '../../../../web/theme/palette.ts'
import { plan, route, stop } from './plans.ts'

const DAY = plan(
  route('a', [
    stop('k1', {
      way: [
        [1, 1],
        [2, 2],
      ],
    }),
    stop('k2', {
      location: [3, 3],
      way: [
        [2, 2],
        [3, 3],
      ],
    }),
  ]),
  route('b', [stop('k3')]),
  route('c', []),
)
const NOTHING = { unwanted: new Set<string>(), focused: undefined, tried: [] }
const featuresOf = (drawing: DayDrawing) => {
  const data = daySource(drawing).day?.data
  return typeof data === 'object' && data.type === 'FeatureCollection' ? data.features : []
}

test('a crew of which nothing is wanted is not drawn, unless it is looked at; the one looked at comes last, over the others', () => {
  const crews = (of: Partial<Parameters<typeof dayDrawing>[1]>) =>
    dayDrawing(DAY, { ...NOTHING, ...of }).routes.map(({ crewId }) => crewId)
  expect(crews({})).toEqual(['a', 'b'])
  expect(crews({ unwanted: new Set(['k3']) })).toEqual(['a'])
  expect(crews({ unwanted: new Set(['k3']), focused: 'b' })).toEqual(['a', 'b'])
  expect(crews({ focused: 'a' })).toEqual(['b', 'a'])
})

test('where nothing is drawn it is the same nothing, so that the map draws nothing anew', () => {
  expect(dayDrawing(undefined, NOTHING)).toBe(NO_DAY)
  expect(featuresOf(NO_DAY)).toEqual([])
})

test('the way of a crew is one line through all stops, and each stop carries its case and its order', () => {
  const features = featuresOf(dayDrawing(DAY, { ...NOTHING, focused: 'a', tried: [{ at: [9, 9] }] }))
  const line = features.find(({ properties }) => properties?.crewId === 'a')
  expect(line?.geometry).toEqual({
    type: 'LineString',
    coordinates: [
      [1, 1],
      [2, 2],
      [2, 2],
      [3, 3],
    ],
  })
  const stops = features.filter(({ properties }) => properties?.focused && properties?.id)
  expect(stops.map(({ properties }) => [properties?.id, properties?.order])).toEqual([
    ['k1', 1],
    ['k2', 2],
  ])
  expect(features.at(-1)).toMatchObject({ properties: { tried: true }, geometry: { coordinates: [9, 9] } })
})

test('a click on a stop opens its case, and one on a way opens nothing', () => {
  const ink = paletteOf('light')
  expect(stopLayers(ink).filter(({ metadata }) => overOf(metadata) === 'case')).toHaveLength(2)
  expect(routeLayers(ink).every(({ metadata }) => overOf(metadata) === undefined)).toBe(true)
})
