import type { Feature, FeatureCollection } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { Bbox } from '../../../server/contract/geo.ts'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import type { State } from '../../../server/contract/state.ts'
import type { Feature as CityThing } from '../../api.ts'
import { markImage } from '../../map/images/image-name.ts'
import { UNDER_NAMES } from '../../map/over.ts'
import type { Palette } from '../../theme/palette.ts'
import type { Theme } from '../../theme/theme.ts'

export const AREAS = 'landfill-areas'
export const WELLS = 'landfill-wells-drawn'
export const FLARES = 'landfill-flares-drawn'

export interface LandfillShapes {
  areas: FeatureCollection
  wells: FeatureCollection
  flares: FeatureCollection
  bounds: Bbox | undefined
}

interface Labels {
  share: (percent: number) => string
  below: (metres: number) => string
}

interface Drawn {
  focus: string | undefined
  labels: Labels
  stateOf: (well: Well) => State
  /** How it stands, in words and as one of the six states. */
  flareOf: (flare: Flare) => { name: string; state: State }
}

type Well = LandfillOutlook['wells'][number]
type Flare = LandfillOutlook['flares'][number]
type Outlook = Pick<LandfillOutlook, 'id' | 'cells' | 'wells' | 'flares'>

/** The landfill, its cells by how full they are, its wells by how far below their warning they stand, and its flares by how they burn.
 *  @param focus a cell, a well or a flare */
export function landfillShapes(
  things: readonly Pick<CityThing, 'id' | 'geometry'>[],
  outlook: Outlook,
  { focus, labels, stateOf, flareOf }: Drawn,
): LandfillShapes {
  const byId = new Map(things.map((thing) => [thing.id, thing.geometry]))
  const feature = (id: string, properties: Record<string, unknown>): Feature[] => {
    const geometry = byId.get(id)
    return geometry
      ? [
          {
            type: 'Feature',
            properties: { id, chosen: id === focus, ...properties },
            geometry: geometry as Feature['geometry'],
          },
        ]
      : []
  }
  const whole = feature(outlook.id, { role: 'whole' })
  const cells = outlook.cells.flatMap(({ id, name, capacityM3, filledM3 }) => {
    const share = capacityM3 && filledM3 !== null ? filledM3 / capacityM3 : null
    const text = share === null ? name : `${shortName(name)} ${labels.share(share * 100)}`
    return feature(id, { role: 'cell', share: share ?? -1, text })
  })
  const wells = outlook.wells.flatMap((well) =>
    feature(well.id, {
      text: well.belowWarningM === null ? '—' : labels.below(well.belowWarningM),
      ...{ state: stateOf(well), below: well.belowWarningM ?? 1e6 },
    }),
  )
  const flares = outlook.flares.flatMap((flare) => {
    const { name, state } = flareOf(flare)
    return feature(flare.id, { text: name, state })
  })
  const [looked] = [...cells, ...wells, ...flares].filter(({ properties }) => properties?.chosen)
  return {
    areas: { type: 'FeatureCollection', features: [...whole, ...cells] },
    wells: { type: 'FeatureCollection', features: wells },
    flares: { type: 'FeatureCollection', features: flares },
    bounds: boxOf(looked ? [looked] : whole.length > 0 ? whole : cells),
  }
}

/** 3 号填埋区 作业区 is 3 号填埋区: how it stands is in its list. */
const shortName = (name: string): string => name.split(/\s/).slice(0, 2).join(' ')

function boxOf(features: readonly Feature[]): Bbox | undefined {
  let [west, south, east, north] = [180, 90, -180, -90]
  const walk = (part: unknown): void => {
    if (!Array.isArray(part)) return
    const [lng, lat] = part
    if (typeof lng !== 'number' || typeof lat !== 'number') {
      part.forEach(walk)
      return
    }
    ;[west, south, east, north] = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)]
  }
  for (const { geometry } of features) if (geometry.type !== 'GeometryCollection') walk(geometry.coordinates)
  return west > east ? undefined : [west, south, east, north]
}

/** As the catalogue has it. */
const FLARE_ICON = 'temaki:gas'

const role = (name: string): ExpressionSpecification => ['==', ['get', 'role'], name]
const isChosen: ExpressionSpecification = ['==', ['get', 'chosen'], true]

/** How full is a measurement and no state: grey, the fuller the denser. */
export const landfillLayers = (ink: Palette, theme: Theme): LayerSpecification[] => [
  {
    ...{ id: 'landfill/cell', type: 'fill', source: AREAS, filter: role('cell') },
    metadata: { ...UNDER_NAMES, over: 'cell' },
    paint: {
      'fill-color': ink['text-2'],
      'fill-opacity': ['interpolate', ['linear'], ['max', 0, ['get', 'share']], 0, 0.06, 1, 0.42],
    },
  },
  {
    ...{ id: 'landfill/edge', type: 'line', source: AREAS, metadata: UNDER_NAMES },
    paint: { 'line-color': ink['text-2'], 'line-width': ['case', role('whole'), 2, 1] },
  },
  {
    ...{ id: 'landfill/chosen', type: 'line', source: AREAS, filter: isChosen, metadata: UNDER_NAMES },
    paint: { 'line-color': ink.accent, 'line-width': 3 },
  },
  {
    ...{ id: 'landfill/cell-name', type: 'symbol', source: AREAS, filter: role('cell'), minzoom: 14 },
    layout: { 'text-field': ['get', 'text'], 'text-font': ['Noto Sans SC'], 'text-size': 13, 'text-max-width': 9 },
    paint: { 'text-color': ink['text-1'], 'text-halo-color': ink['map-halo'], 'text-halo-width': 1.8 },
  },
  {
    ...{ id: 'landfill/well-ring', type: 'circle', source: WELLS, filter: isChosen },
    paint: {
      'circle-radius': 13,
      'circle-opacity': 0,
      'circle-stroke-color': ink.accent,
      'circle-stroke-width': 2.5,
    },
  },
  {
    ...{ id: 'landfill/well-mark', type: 'symbol', source: WELLS, metadata: { over: 'well' } },
    layout: {
      ...{ 'icon-image': markImage(theme), 'icon-size': 0.8, 'symbol-sort-key': ['get', 'below'] },
      ...{ 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
  },
  {
    ...{ id: 'landfill/flare-ring', type: 'circle', source: FLARES, filter: isChosen },
    paint: {
      ...{ 'circle-radius': 13, 'circle-opacity': 0 },
      ...{ 'circle-stroke-color': ink.accent, 'circle-stroke-width': 2.5 },
    },
  },
  {
    // With its icon at any zoom: it is told apart from a well by that.
    ...{ id: 'landfill/flare-mark', type: 'symbol', source: FLARES, metadata: { over: 'flare' } },
    layout: {
      'icon-image': markImage(theme, FLARE_ICON),
      ...{ 'icon-allow-overlap': true, 'icon-ignore-placement': true },
    },
  },
  {
    ...{ id: 'landfill/flare', type: 'symbol', source: FLARES, minzoom: 14, metadata: { over: 'flare' } },
    layout: {
      ...{ 'text-field': ['get', 'text'], 'text-font': ['Noto Sans SC'], 'text-size': 12 },
      ...{ 'text-variable-anchor': ['right', 'left', 'bottom', 'top'], 'text-radial-offset': 1.1 },
    },
    paint: {
      'text-color': ['case', ['==', ['get', 'state'], 'late'], ink['late-ink'], ink['text-1']],
      ...{ 'text-halo-color': ink['map-halo'], 'text-halo-width': 1.8 },
    },
  },
  {
    // The nearest to its warning is written first; one that finds no room is in the list.
    ...{ id: 'landfill/well', type: 'symbol', source: WELLS, minzoom: 14, metadata: { over: 'well' } },
    layout: {
      ...{ 'text-field': ['get', 'text'], 'text-font': ['Noto Sans SC'], 'text-size': 12 },
      ...{ 'text-variable-anchor': ['top', 'left', 'right', 'bottom'], 'text-radial-offset': 0.9 },
      'symbol-sort-key': ['get', 'below'],
    },
    paint: {
      'text-color': ['case', ['==', ['get', 'state'], 'late'], ink['late-ink'], ink['text-1']],
      'text-halo-color': ink['map-halo'],
      'text-halo-width': 1.8,
    },
  },
]
