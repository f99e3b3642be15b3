import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { MapPicture } from '../../map/city-map.ts'
import { byState } from '../../map/layers/asset-context.ts'
import { type Palette, paletteOf } from '../../theme/palette.ts'
import { enlarge, grow } from './enlarge.ts'

/** What is 12 px at the desk is 21 of 1,440 on the wall, 1.45 % of its height; marks of cases come to 46, 56, 66 px at 4K (LANGUAGE.md). */
const WORDS = 1.75
const CASES = 2
const MARKS = 1.6
const DOTS = 1.35
/** Clusters are large as they are. */
const MANY = 1.5
/** From across a room a street is seen by the light of its lamps; close by, each lamp is. */
const POOL_RADII = [13.4, 5, 15, 14, 16, 22, 17, 30, 18, 44, 20, 140]
const BRIGHTER = 1.25

/** The city's map as a wall draws it: larger words and marks, and lamps that are dark as rings, so that they are no cases. */
export function restyle(
  style: StyleSpecification,
  { theme, heat }: Pick<MapPicture, 'theme' | 'heat'>,
): StyleSpecification {
  const ink = paletteOf(theme)
  const lamps = style.layers.flatMap(({ id }) =>
    id.endsWith('/light-core') ? [id.slice(0, -'/light-core'.length)] : [],
  )
  const kept = style.layers
    .filter((layer) => !lamps.some((lamp) => isMarkOf(lamp, layer.id)))
    .map((layer) => (heat && isNameOfThings(layer) ? hidden(layer) : layer))
  const rings = lamps.flatMap((layer) => ringsOf(layer, ink))
  const at = kept.findIndex(({ id }) => id.startsWith('cases/'))
  const [below, above] = at < 0 ? [kept, []] : [kept.slice(0, at), kept.slice(at)]
  return { ...style, layers: [...below.map(larger), ...rings, ...above.map(larger)] }
}

/** Names of areas are of the colour of the ground, and not to be read over that of a heat; they stand beside the map. */
const isNameOfThings = (layer: LayerSpecification): boolean =>
  layer.type === 'symbol' && layer.source.startsWith('layer/') && layer.layout?.['text-field'] !== undefined

/** Not taken out: MapLibre 6.17 throws where names that are out of the style when their tile is drawn come back before it was read anew (its buffer
 *  of opacities was sent to the card empty), and that frame is lost. */
const hidden = <Layer extends LayerSpecification>(layer: Layer): Layer => ({
  ...layer,
  layout: { ...layer.layout, visibility: 'none' },
})

const isMarkOf = (layer: string, id: string): boolean =>
  id.startsWith(`${layer}/`) && /^(mark|name|lone|cluster|count|quiet)\b/.test(id.slice(layer.length + 1))

function larger(layer: LayerSpecification): LayerSpecification {
  if (layer.id.startsWith('wall/')) return layer
  if (layer.id.startsWith('cases/')) return enlarge(layer, layer.id === 'cases/many' ? MANY : CASES)
  if (layer.id.endsWith('/light-pool')) return brighter(layer)
  if (layer.type === 'circle') return enlarge(layer, DOTS)
  return enlarge(layer, layer.type === 'symbol' && hasIconAlone(layer) ? MARKS : WORDS)
}

function brighter(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== 'circle') return layer
  const opacity = grow(layer.paint?.['circle-opacity'], BRIGHTER)
  const radius = ['interpolate', ['exponential', 2], ['zoom'], ...POOL_RADII]
  return {
    ...layer,
    paint: { ...layer.paint, 'circle-radius': radius, 'circle-opacity': opacity },
  } as LayerSpecification
}

const hasIconAlone = ({ layout }: Extract<LayerSpecification, { type: 'symbol' }>): boolean =>
  layout?.['icon-image'] !== undefined && layout['text-field'] === undefined

/** A dark lamp is a hole in the row of lights: the ground's colour with a ring of its state. */
const ringsOf = (layer: string, ink: Palette): LayerSpecification[] => [
  {
    ...{ id: `${layer}/dark`, type: 'circle', source: `layer/${layer}`, 'source-layer': layer },
    filter: ['!=', ['get', 'state'], 'normal'],
    layout: { 'circle-sort-key': byState((state) => ['unknown', 'working', 'due', 'late'].indexOf(state)) },
    paint: {
      'circle-color': ink['map-land'],
      'circle-radius': byState((state) => (state === 'late' || state === 'emergency' ? 5.2 : 3.4)),
      'circle-stroke-color': byState((state) => (state === 'normal' ? ink['n-6'] : ink[state])),
      'circle-stroke-width': byState((state) => (state === 'late' || state === 'emergency' ? 2.8 : 1.6)),
    },
  },
]
