import type { LayerSpecification } from 'maplibre-gl'
import type { Palette } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'

/** What a layer of the base map is a function of. */
export interface BaseContext {
  theme: Theme
  ink: Palette
  language: 'zh' | 'en'
  /** Degrees; sets how many pixels a metre is. */
  latitude: number
}

export const BASEMAP = 'basemap'
export const RELIEF = 'relief'

/** The one family that every label is drawn in; its files are declared in the style (fonts.ts). */
export const FONT = ['Noto Sans SC']

type Vector = Extract<LayerSpecification, { type: 'fill' | 'line' | 'circle' | 'symbol' }>
type Of<T extends Vector['type']> = Omit<Extract<Vector, { type: T }>, 'id' | 'type' | 'source' | 'source-layer'>

/** A layer of the base map's own tiles. `from` is its source-layer. */
export const fill = (id: string, from: string, rest: Of<'fill'>): LayerSpecification => ({
  id,
  type: 'fill',
  source: BASEMAP,
  'source-layer': from,
  ...rest,
})
export const line = (id: string, from: string, rest: Of<'line'>): LayerSpecification => ({
  id,
  type: 'line',
  source: BASEMAP,
  'source-layer': from,
  ...rest,
})
export const circle = (id: string, from: string, rest: Of<'circle'>): LayerSpecification => ({
  id,
  type: 'circle',
  source: BASEMAP,
  'source-layer': from,
  ...rest,
})
export const label = (id: string, from: string, rest: Of<'symbol'>): LayerSpecification => ({
  id,
  type: 'symbol',
  source: BASEMAP,
  'source-layer': from,
  ...rest,
  layout: { 'text-font': FONT, ...rest.layout },
})

/** The feature's `key` is one of `values`. */
export const among = (key: string, ...values: string[]): ['in', ['get', string], ['literal', string[]]] => [
  'in',
  ['get', key],
  ['literal', values],
]

/** A name in the screen's language, where the tiles carry one. */
export const nameIn = ({ language }: BaseContext): ['coalesce', ...['get', string][]] =>
  language === 'en' ? ['coalesce', ['get', 'name_en'], ['get', 'name']] : ['coalesce', ['get', 'name']]
