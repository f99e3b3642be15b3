import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParkingCell } from '../../../server/contract/parking.ts'
import { number } from '../../format.ts'
import { UNDER_THINGS } from '../../map/over.ts'
import type { Palette } from '../../theme/palette.ts'
import type { LegendEntry, MapDrawing } from '../map-drawing.ts'
import { useFocus } from '../ranked/focus.tsx'
import { cellId } from './parking-search.ts'
import { useParking } from './use-parking.ts'

const CELLS = 'truck-parking-cells'
/** A square that several tiles hold would be written on in each of them. */
const MIDDLES = 'truck-parking-middles'

/** Too few is ochre, enough is blue, as much as it is many cases; neither bays nor cases are not drawn at all. */
const layers = (ink: Palette): LayerSpecification[] => [
  {
    ...{ id: 'truck-parking/cells', type: 'fill', source: CELLS, metadata: { over: 'cell', ...UNDER_THINGS } },
    paint: {
      'fill-color': ['case', ['get', 'short'], ink['diff-p2'], ink['diff-m1']],
      'fill-opacity': [
        'case',
        ['get', 'short'],
        ['interpolate', ['linear'], ['get', 'cases'], 0, 0.25, 12, 0.75],
        0.45,
      ],
    },
  },
  {
    ...{ id: 'truck-parking/edges', type: 'line', source: CELLS, metadata: UNDER_THINGS },
    paint: {
      'line-color': ['case', ['get', 'chosen'], ink.accent, ['case', ['get', 'short'], ink['diff-p3'], ink['diff-m2']]],
      'line-width': ['case', ['get', 'chosen'], 3, 0.8],
    },
  },
  {
    ...{ id: 'truck-parking/cases', type: 'symbol', source: MIDDLES, minzoom: 12.5 },
    layout: { 'text-field': ['get', 'text'], 'text-font': ['Noto Sans SC'], 'text-size': 12.5 },
    paint: { 'text-color': ink['text-1'], 'text-halo-color': ink['map-halo'], 'text-halo-width': 1.6 },
  },
]

export function useParkingDrawing(): MapDrawing | undefined {
  const { t } = useTranslation()
  const { box, asked: boundsAsked } = useFocus()
  const { asked, change, balance } = useParking()
  const cells = balance.data?.cells
  const sources = useMemo(
    () => ({ [CELLS]: squares(cells ?? [], asked.at), [MIDDLES]: middles(cells ?? []) }),
    [cells, asked.at],
  )
  const legend = useMemo<LegendEntry[]>(
    () => [
      { name: t('parking.legend.short'), look: 'area', colours: ['diff-p3'] },
      { name: t('parking.legend.enough'), look: 'area', colours: ['diff-m2'] },
      { name: t('parking.legend.figures'), look: 'edge', colours: ['n-6'] },
    ],
    [t],
  )
  return {
    ...{ sources, layers, legend, assets: ASSETS },
    onClick: (hit) => {
      if (hit?.source) change({ list: undefined, at: String(hit.properties.id) })
      else if (hit?.layer === 'truck-parking') change({ list: 'yards', at: String(hit.properties.id) })
      else if (asked.at) change({ at: undefined })
    },
    label: t('parking.map', { n: number(cells?.length ?? 0) }),
    ...(box ? { bounds: box, boundsAsked } : {}),
  }
}

const ASSETS = ['truck-parking']

const middles = (cells: readonly ParkingCell[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: cells.map(({ centre, bays, cases }) => ({
    type: 'Feature',
    properties: { text: `${number(bays)} / ${number(cases)}` },
    geometry: { type: 'Point', coordinates: [...centre] },
  })),
})

const squares = (cells: readonly ParkingCell[], chosen: string | undefined): FeatureCollection => ({
  type: 'FeatureCollection',
  features: cells.map((cell) => {
    const [west, south, east, north] = cell.bbox
    const id = cellId(cell)
    return {
      type: 'Feature',
      properties: { id, short: cell.balance < 0, cases: cell.cases, chosen: id === chosen },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [west, south],
            [east, south],
            [east, north],
            [west, north],
            [west, south],
          ],
        ],
      },
    }
  }),
})
