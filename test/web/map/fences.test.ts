import { expect, test } from 'vitest'
import type { LngLat } from '../../../server/contract/geo.ts'
import { drawnSource } from '../../../web/map/fences/drawn-ring.ts'
import { fenceLayers, fenceSource } from '../../../web/map/fences/fence-layers.ts'
import { PALETTE } from '../../../web/theme/palette.ts'

const A: LngLat = [93.78, 31.88]
const B: LngLat = [93.79, 31.88]
const C: LngLat = [93.79, 31.89]

const dataOf = (source: ReturnType<typeof fenceSource>) =>
  Object.values(source)[0]?.data as { features: { geometry: { type: string; coordinates: unknown[] } }[] }

test('fences are outlines without a fill, in the quietest ink of text', () => {
  for (const ink of Object.values(PALETTE)) {
    const layers = fenceLayers(ink)
    expect(layers.map(({ type }) => type)).not.toContain('fill')
    expect(layers.find(({ id }) => id === 'fences/line')?.paint).toMatchObject({ 'line-color': ink['text-3'] })
  }
})

test('no fence is an empty source, not a missing one', () => {
  expect(Object.keys(fenceSource([]))).toEqual(['fences'])
  expect(dataOf(fenceSource([])).features).toEqual([])
})

test('two corners are a line, three an area and the line around it', () => {
  const shapes = (corners: LngLat[]) => dataOf(drawnSource(corners)).features.map(({ geometry }) => geometry)
  expect(shapes([A])).toEqual([])
  expect(shapes([A, B])).toEqual([{ type: 'LineString', coordinates: [A, B] }])
  expect(shapes([A, B, C])).toEqual([
    { type: 'Polygon', coordinates: [[A, B, C, A]] },
    { type: 'LineString', coordinates: [A, B, C, A] },
  ])
})
