import type { FeatureCollection, Polygon } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { LngLat } from '../../../server/contract/geo.ts'
import { hatchName } from '../../map/images/image-name.ts'
import { UNDER_THINGS } from '../../map/over.ts'
import { type Palette, paletteOf } from '../../theme/palette.ts'
import { type Scale, stepOf } from './scales.ts'

/** A square of the city and what is said of it. */
export interface DrawnCell {
  id: string
  ring: readonly LngLat[]
  /** Null: nothing is known, which is hatched and never the colour of zero. */
  value: number | null
  /** There is nothing: an empty square, so that one sees it was looked at. */
  none?: boolean
  /** Edged: it is on the list. */
  marked?: boolean
}

export const CELLS = 'spots-cells'
export const CHOSEN = 'spots-chosen'
/** The word of a layer that can be clicked. */
export const CELL = 'cell'

type Squares = FeatureCollection<Polygon>

/** The squares as a source: each with the number of its colour, so that the same value is the same colour at every zoom. */
export const cellSource = (cells: readonly DrawnCell[], scale: Scale): Squares => ({
  type: 'FeatureCollection',
  features: cells.map(({ id, ring, value, none = false, marked = false }) => ({
    type: 'Feature',
    properties: { cell: id, step: value === null ? -1 : none ? -2 : stepOf(value, scale), marked },
    geometry: { type: 'Polygon', coordinates: [ring.map((place) => [...place])] },
  })),
})

/** The one that is chosen. */
export const chosenSource = (cells: readonly DrawnCell[], chosen: string | undefined): Squares => ({
  type: 'FeatureCollection',
  features: cells
    .filter(({ id }) => id === chosen)
    .map(({ id, ring }) => ({
      type: 'Feature',
      properties: { cell: id },
      geometry: { type: 'Polygon', coordinates: [ring.map((place) => [...place])] },
    })),
})

const STEP: ExpressionSpecification = ['get', 'step']
const metadata = { over: CELL, ...UNDER_THINGS }

/** One drawing for every map of cells: filled by step, hatched where nothing is known, edged where it is on the list. */
export function cellLayers(ink: Palette, { colours }: Scale): LayerSpecification[] {
  const theme = ink === paletteOf('dark') ? 'dark' : 'light'
  const [first = 'heat-1', ...rest] = colours
  const colour = ['step', STEP, ink[first], ...rest.flatMap((token, at) => [at + 1, ink[token]])]
  return [
    {
      ...{ id: 'spots-cells/fill', type: 'fill', source: CELLS, filter: ['>=', STEP, 0], metadata },
      paint: {
        'fill-color': colour as ExpressionSpecification,
        'fill-opacity': theme === 'dark' ? 0.74 : 0.7,
        'fill-antialias': false,
      },
    },
    {
      ...{ id: 'spots-cells/unknown', type: 'fill', source: CELLS, filter: ['==', STEP, -1], metadata },
      paint: { 'fill-pattern': hatchName(theme), 'fill-opacity': 0.55 },
    },
    {
      ...{ id: 'spots-cells/none', type: 'fill', source: CELLS, filter: ['==', STEP, -2], metadata },
      paint: { 'fill-color': ink['n-2'], 'fill-opacity': 0.001 },
    },
    {
      ...{ id: 'spots-cells/edge', type: 'line', source: CELLS, metadata },
      paint: { 'line-color': ink['map-land'], 'line-width': 1, 'line-opacity': 0.6 },
    },
    {
      ...{ id: 'spots-cells/none-edge', type: 'line', source: CELLS, filter: ['==', STEP, -2], metadata },
      paint: { 'line-color': ink['n-6'], 'line-width': 0.6, 'line-opacity': 0.35 },
    },
    {
      ...{ id: 'spots-cells/marked', type: 'line', source: CELLS, filter: ['get', 'marked'] },
      metadata: UNDER_THINGS,
      paint: { 'line-color': ink['text-1'], 'line-width': 1.6 },
    },
    {
      ...{ id: 'spots-chosen/edge', type: 'line', source: CHOSEN, layout: { 'line-join': 'round' } },
      paint: { 'line-color': ink['mark-edge'], 'line-width': 6 },
    },
    {
      ...{ id: 'spots-chosen/line', type: 'line', source: CHOSEN, layout: { 'line-join': 'round' } },
      paint: { 'line-color': ink.accent, 'line-width': 3 },
    },
  ]
}
