import type { MapGeoJSONFeature } from 'maplibre-gl'
import { expect, test } from 'vitest'
import { pixelsPerMetre } from '../../../web/map/basemap/metres.ts'
import { densityOf } from '../../../web/map/heat-cells.ts'
import { parseImageName } from '../../../web/map/images/image-name.ts'
import { nudgeOf } from '../../../web/map/layers/asset-context.ts'
import { frameTexts } from '../../../web/map/map-frame.ts'
import { type Click, pickFeature, zoomThatSplits } from '../../../web/map/pick-feature.ts'
import { redrawWait } from '../../../web/map/redraw-wait.ts'
import { metresInWords, scaleBar } from '../../../web/map/scale-bar.ts'
import { stripRows } from '../../../web/map/strip-rows.ts'

test('a metre is 2^z / 66454 pixels at 31.9° north', () => {
  expect(2 ** 15 / pixelsPerMetre(15, 31.9)).toBeCloseTo(66_454, -2)
})

test('the scale bar is the longest round length that fits', () => {
  expect([3, 0.77, 0.1, 12.1].map((metres) => scaleBar(metres, 130).metres)).toEqual([200, 100, 10, 1000])
  expect(scaleBar(2).pixels).toBe(100)
  expect([20, 200, 1000, 5000].map(metresInWords)).toEqual(['20 m', '200 m', '1 km', '5 km'])
})

test('four losses in a minute are healed at once; from the fifth on the wait doubles, up to a minute', () => {
  const losses = (n: number) => Array.from({ length: n }, (_, i) => 100_000 + i * 1000)
  expect([1, 4, 5, 6, 7, 8, 9, 20].map((n) => redrawWait(losses(n), 120_000))).toEqual([
    0, 0, 2000, 4000, 8000, 16_000, 32_000, 60_000,
  ])
  expect(redrawWait(losses(20), 200_000)).toBe(0)
})

test('the texts under an exported picture stand in one row where they fit, else in as many as they need', () => {
  const widths = [110, 90, 50, 160]
  expect(stripRows(widths, 1000, 14)).toEqual([[0, 1, 2, 3]])
  expect(stripRows(widths, 376, 14)).toEqual([[0, 1, 2], [3]])
  expect(stripRows(widths, 214, 14)).toEqual([[0, 1], [2], [3]])
  expect(stripRows(widths, 100, 14)).toEqual([[0], [1], [2], [3]])
})

test('an image is drawn from its name alone, and a name of others is not ours', () => {
  expect(parseImageName('mark|dark|late|temaki:manhole')).toEqual({
    kind: 'mark',
    theme: 'dark',
    state: 'late',
    icon: 'temaki:manhole',
  })
  expect(parseImageName('mark|light|due|')).toMatchObject({ icon: null })
  expect(['mark|dark|broken|', 'mark|blue|late|', 'arrow', ''].map(parseImageName)).toEqual(Array(4).fill(undefined))
})

test('the frame says when there is no 审图号, and 演示数据 only where data is made up', () => {
  const words = { approval: '审图号', approvalPending: '待配置', source: '底图 本单位数据', demo: '演示数据' }
  const says = (mapApproval: string | null, demo: boolean) =>
    frameTexts({ mapApproval, demo } as Parameters<typeof frameTexts>[0], words as Parameters<typeof frameTexts>[1])
  expect(says(null, true)).toEqual({ approval: '审图号 待配置', demo: '演示数据', source: '底图 本单位数据' })
  expect(says('藏S(2026)001号', false)).toMatchObject({ approval: '审图号 藏S(2026)001号', demo: null })
})

test('clusters of several layers in one place stand in a ring around it, of one layer on it', () => {
  expect(nudgeOf(0, 1)).toEqual([0, 0])
  expect(new Set([0, 1, 2].map((index) => nudgeOf(index, 3).join())).size).toBe(3)
})

const layers = [{ id: 'drains', detailZoom: 14 }] as Click['layers']
const feature = (part: string, id: string, place: [number, number]) =>
  ({
    layer: { metadata: { layer: 'drains', part } },
    properties: { id },
    geometry: { type: 'Point', coordinates: place },
  }) as unknown as MapGeoJSONFeature

const click = (features: MapGeoJSONFeature[], rest: Partial<Click> = {}): Click => ({
  lngLat: [93, 31],
  features,
  zoom: 13.2,
  layers,
  heat: null,
  distance: (of) => Math.abs((of.geometry as { coordinates: number[] }).coordinates[0] ?? 0),
  ...rest,
})

test('a click takes the nearest thing, a thing before a cluster, and nothing is a place', () => {
  const [far, near] = [feature('thing', 'far', [9, 0]), feature('thing', 'near', [1, 0])]
  expect(pickFeature(click([far, near]))).toEqual({ kind: 'asset', layer: 'drains', id: 'near', lngLat: [1, 0] })
  expect(pickFeature(click([feature('cluster', '', [0, 0]), far]))).toMatchObject({ id: 'far' })
  expect(pickFeature(click([]))).toEqual({ kind: 'place', lngLat: [93, 31] })
})

test('a click on the heat map carries its cell and the very place that was clicked', () => {
  const columns = { lng: [930_000_000], lat: [310_000_000], at: [1] }
  const point = {
    lng: Int32Array.from(columns.lng),
    lat: Int32Array.from(columns.lat),
    at: Uint32Array.from(columns.at),
  }
  const one = { ...point, classOf: new Uint8Array(1), sourceOf: new Uint8Array(1), count: 1, seq: 1 }
  const heat = densityOf(
    { ...one, from: '', to: '', classes: [], sources: [] },
    { from: 0, to: 2 },
    { origin: [93, 31] },
  )
  const lngLat: [number, number] = [93.0002, 31.0003]
  const pick = pickFeature(click([], { heat, lngLat }))
  expect(pick).toMatchObject({ kind: 'cell', lngLat, cell: { count: 1 } })
  expect(pick.kind === 'cell' && pick.cell.lngLat).not.toEqual(lngLat)
})

test('a cluster opens two zooms further, or where its layer shows single things', () => {
  expect(pickFeature(click([feature('cluster', '', [2, 0])]))).toMatchObject({ kind: 'cluster', zoomTo: 14 })
  const layer = layers[0] as (typeof layers)[number]
  expect([9.4, 11, 13.9].map((zoom) => zoomThatSplits(zoom, layer))).toEqual([11, 13, 14])
})
