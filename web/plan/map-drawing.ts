import type { FeatureCollection, Geometry } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import type { Bbox, LngLat } from '../../server/contract/geo.ts'
import type { Palette, Token } from '../theme/palette.ts'
import type { Theme } from '../theme/theme.ts'

/** Something under the pointer: of the study's own layers, or of the city's things. */
export interface MapHit {
  /** Of MapDrawing.sources; undefined for a thing of the city. */
  source: string | undefined
  /** Of the catalogue, for a thing of the city. */
  layer: string | undefined
  properties: Readonly<Record<string, unknown>>
  geometry: Geometry
}

/** What is dragged over the map from where it was pressed. */
export interface DragHand {
  move(to: LngLat): void
  drop(to: LngLat): void
  /** Esc, or the pointer went astray. */
  cancel(): void
}

export interface LegendEntry {
  name: string
  /** `band`: six steps or so side by side under one name. `hatch`: nothing is known there; `edge`: a square that is edged. */
  look: 'line' | 'ring' | 'diamond' | 'dot' | 'area' | 'dashed' | 'band' | 'hatch' | 'edge'
  /** Colours of tokens.css; more than one only for a band. */
  colours: readonly Token[]
  /** Words at both ends of a band. */
  ends?: readonly [string, string]
  /** The borders between the steps of a band, one less than its colours. */
  borders?: readonly string[]
}

/** What a study draws. Parts that say the same as before should be the same objects: then nothing is drawn anew. */
export interface MapDrawing {
  /** By id; a study begins its ids with its own name (`coverage-gaps`). */
  sources: Readonly<Record<string, FeatureCollection>>
  /** From the colours of the theme, lowest first. The same function for the life of the study. A layer that can be clicked has
   *  `metadata: { over: '<word>' }`; ids begin with the study's name. */
  layers: (ink: Palette, theme: Theme) => LayerSpecification[]
  legend: readonly LegendEntry[]
  /** Layers of the catalogue that are shown with the usual tiles. */
  assets?: readonly string[]
  /** The instant that these are of, ISO in UTC; absent: now. */
  at?: string
  /** As plain rings, whatever their state. */
  assetsAsRings?: boolean
  /** Where to look; the map goes there when it becomes another box. */
  bounds?: Bbox
  /** Grows when somebody asks for the box again: the map had been moved away since. */
  boundsAsked?: number
  /** A click that hit something of the study or a shown thing, else `undefined` with the place alone. */
  onClick?: (hit: MapHit | undefined, at: LngLat) => void
  /** Something was pressed: an answer takes it in hand, undefined leaves the map to be dragged. */
  onPress?: (hit: MapHit) => DragHand | undefined
  /** A cross-hair: a click puts something down. */
  placing?: boolean
  /** A second picture over the first, to the right of a line that is dragged across the map; its sources and layers stand in for the first's. */
  swipe?: {
    sources: Readonly<Record<string, FeatureCollection>>
    layers: (ink: Palette, theme: Theme) => LayerSpecification[]
    /** What is left and right of the line. */
    names: readonly [string, string]
  }
  /** For the keyboard and those who do not see the map: what it shows, in words. */
  label?: string
}
