import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { expect, test } from 'vitest'
import type { MapPicture } from '../../../../web/map/city-map.ts'
import { restyle } from '../../../../web/wall/map/restyle.ts'

const NAME: LayerSpecification = {
  ...{ id: 'grids/name', type: 'symbol', source: 'layer/grids', 'source-layer': 'grids' },
  layout: { 'text-field': ['get', 'name'], 'text-size': 12 },
}
const STREET: LayerSpecification = { ...NAME, id: 'street', source: 'basemap' }
const style: StyleSpecification = { version: 8, sources: {}, layers: [NAME, STREET] }
const shown = (heat: boolean): unknown[] =>
  restyle(style, { theme: 'dark', heat: heat ? ({} as MapPicture['heat']) : null }).layers.map(({ id, layout }) => [
    ...[id, (layout as { visibility?: string })?.visibility ?? 'visible'],
  ])

test('over a heat the names of things are hidden, and those of streets stand', () => {
  expect(shown(false)).toEqual([
    ['grids/name', 'visible'],
    ['street', 'visible'],
  ])
  // Hidden, not gone: see the comment at the place.
  expect(shown(true)).toEqual([
    ['grids/name', 'none'],
    ['street', 'visible'],
  ])
})
