import { expect, test } from 'vitest'
import type { Feature } from '../../../web/api.ts'
import { orderThings } from '../../../web/atlas/list/order-things.ts'
import { aLayer } from './a-layer.ts'

const thing = (id: string, properties: Partial<Feature['properties']>): Feature => ({
  type: 'Feature',
  id,
  geometry: { type: 'Point', coordinates: [0, 0] },
  properties: { name: id, status: 'normal', ...properties },
})
const ids = (things: Feature[]): string[] => things.map(({ id }) => id)
const layer = aLayer()

test('by status the loudest comes first', () => {
  const things = [thing('1', {}), thing('2', { status: 'full' }), thing('3', { status: 'nearly-full' })]
  expect(ids(orderThings(things, layer, { key: 'status', descending: true }))).toEqual(['2', '3', '1'])
})

test('names sort by pinyin, and numbers in them as numbers', () => {
  const things = [thing('1', { name: '赞丹路 10' }), thing('2', { name: '滨河路 2' }), thing('3', { name: '赞丹路 9' })]
  expect(ids(orderThings(things, layer, { key: 'name', descending: false }))).toEqual(['2', '3', '1'])
})

test('a thing without a value stands last in both directions', () => {
  const things = [thing('1', { fill: null }), thing('2', { fill: 5 }), thing('3', { fill: 40 })]
  expect(ids(orderThings(things, layer, { key: 'fill', descending: false }))).toEqual(['2', '3', '1'])
  expect(ids(orderThings(things, layer, { key: 'fill', descending: true }))).toEqual(['3', '2', '1'])
})

test('equal things stand in the order of their codes, so that the list never jumps', () => {
  const things = [thing('12', {}), thing('3', {}), thing('1', {})]
  expect(ids(orderThings(things, layer, { key: 'status', descending: true }))).toEqual(['1', '3', '12'])
})
