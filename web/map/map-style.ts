import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { City } from '../../server/contract/city.ts'
import type { Geometry } from '../../server/contract/geo.ts'
import type { Layer } from '../../server/contract/layer.ts'
import { paletteOf } from '../theme/palette.ts'
import { assetTiles } from './asset-tiles.ts'
import { BASEMAP, RELIEF } from './basemap/base-context.ts'
import { baseLayers } from './basemap/base-layers.ts'
import { edgeSource } from './basemap/layers/edge.ts'
import type { MapPicture } from './city-map.ts'
import { heatLayers, heatSource } from './heat-layers.ts'
import { hasMarks, nudgeOf, sourceOf } from './layers/asset-context.ts'
import { assetLayers, loudLayers } from './layers/asset-layers.ts'
import { ownLayers, ownSource } from './layers/own-layers.ts'
import { ringLayers } from './layers/ring-layers.ts'
import { isUnderNames, isUnderThings } from './over.ts'

/** Beyond these zooms a tile is enlarged, not asked for. */
const BASEMAP_ZOOMS = { minzoom: 8, maxzoom: 15 }
const RELIEF_ZOOMS = { minzoom: 8, maxzoom: 12 }
/** The city's own tiles are asked for as deep as the map goes: MapLibre (6.17) keeps what it cuts out of an enlarged tile by its address,
 *  and would go on showing it after the tile has changed. */
const ASSET_MAX_ZOOM = 21

export interface StyleNeeds {
  city: City
  layers: Layer[]
  picture: MapPicture
  highlight: Geometry | null
  fonts: NonNullable<StyleSpecification['font-faces']>
  /** Scheme and host of this server: tiles are asked for by a worker, to which a path alone says nothing. */
  origin: string
}

/** The whole map as one style, a pure function of what is to be seen: MapLibre finds the difference to what it shows. */
export function mapStyle({ city, layers, picture, highlight, fonts, origin }: StyleNeeds): StyleSpecification {
  const { theme, language, heat } = picture
  const ink = paletteOf(theme)
  const base = baseLayers({ theme, ink, language, latitude: city.centre[1] }, city, picture.base)
  const shown = layers.filter(({ id }) => picture.shownLayers.includes(id) && picture.statusFilter[id]?.length !== 0)
  const marked = shown.filter(hasMarks)
  const over = picture.over?.layers ?? []
  const contexts = shown.map((layer) => ({
    ...{ layer, theme, ink },
    nudge: nudgeOf(marked.indexOf(layer), marked.length),
  }))
  const groups = contexts.map(picture.rings ? ringLayers : assetLayers)
  const all = (part: keyof (typeof groups)[number]): LayerSpecification[] => groups.flatMap((group) => group[part])
  return {
    version: 8,
    'font-faces': fonts,
    sources: {
      ...baseSources(city, origin),
      ...Object.fromEntries(shown.map((layer) => [sourceOf(layer), assetSource(layer, picture, origin)])),
      ...(heat ? { heat: heatSource(heat) } : {}),
      ...picture.over?.sources,
      own: ownSource({ highlight, measure: picture.measure, draft: picture.draft ?? [] }),
    },
    layers: [
      ...base.ground,
      ...all('areas'),
      ...base.streets,
      ...(heat ? heatLayers(heat, theme, ink) : []),
      ...over.filter(({ metadata }) => isUnderThings(metadata)),
      ...all('lines'),
      ...all('lights'),
      ...all('quietCounts'),
      ...all('quiet'),
      ...all('names'),
      ...over.filter(({ metadata }) => isUnderNames(metadata)),
      ...base.names,
      ...all('titles'),
      ...(picture.rings ? [] : loudLayers(contexts)),
      ...over.filter(({ metadata }) => !isUnderNames(metadata) && !isUnderThings(metadata)),
      ...ownLayers(ink),
    ],
  }
}

function baseSources(city: City, origin: string): Record<string, SourceSpecification> {
  return {
    ...(city.basemap
      ? { [BASEMAP]: { type: 'vector', tiles: [`${origin}/tiles/basemap/{z}/{x}/{y}.mvt`], ...BASEMAP_ZOOMS } }
      : {}),
    ...(city.relief && city.bounds ? { edge: edgeSource(city.bounds) } : {}),
    ...(city.relief
      ? {
          [RELIEF]: {
            type: 'raster-dem',
            tiles: [`${origin}/tiles/relief/{z}/{x}/{y}.png`],
            tileSize: 256,
            encoding: 'mapbox',
            ...RELIEF_ZOOMS,
          },
        }
      : {}),
  }
}

const assetSource = (layer: Layer, picture: MapPicture, origin: string): SourceSpecification => ({
  type: 'vector',
  tiles: [assetTiles(layer, picture, origin)],
  maxzoom: ASSET_MAX_ZOOM,
})
