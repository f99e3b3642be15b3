import type { ExpressionSpecification, GeoJSONSourceSpecification } from 'maplibre-gl'
import type { LngLat } from '../../../server/contract/geo.ts'
import { State, urgencyOf } from '../../../server/contract/state.ts'

/** A case as the map draws it. */
export interface CasePoint {
  id: string
  lngLat: LngLat
  state: State
}

interface CaseFeature {
  type: 'Feature'
  properties: { id: string; state: State; urgency: number; chosen: 0 | 1 }
  geometry: { type: 'Point'; coordinates: LngLat }
}

export interface CaseData {
  type: 'FeatureCollection'
  features: CaseFeature[]
}

/** The cases as one collection: `before` itself, where it says the same. */
export function caseData(points: readonly CasePoint[], chosen: ReadonlySet<string>, before?: CaseData): CaseData {
  let same = before !== undefined && before.features.length === points.length
  const features = points.map((point, i) => {
    const old = before?.features[i]
    if (old && saysTheSame(old, point, chosen)) return old
    same = false
    return featureOf(point, chosen)
  })
  return same && before ? before : { type: 'FeatureCollection', features }
}

const featureOf = ({ id, state, lngLat }: CasePoint, chosen: ReadonlySet<string>): CaseFeature => ({
  type: 'Feature',
  properties: { id, state, urgency: urgencyOf(state), chosen: chosen.has(id) ? 1 : 0 },
  geometry: { type: 'Point', coordinates: lngLat },
})

function saysTheSame(
  { properties, geometry: { coordinates } }: CaseFeature,
  { id, state, lngLat }: CasePoint,
  chosen: ReadonlySet<string>,
): boolean {
  if (properties.id !== id || properties.state !== state || properties.chosen !== (chosen.has(id) ? 1 : 0)) return false
  return coordinates[0] === lngLat[0] && coordinates[1] === lngLat[1]
}

/** How near, in px, two marks come before they are one: nearer they would hide each other. */
const CLUSTER_PIXELS = 26
/** Cases of one address stay together however close one looks: a list parts them. */
const CLUSTER_TO_ZOOM = 20

const countOf = (state: State): ExpressionSpecification => ['case', ['==', ['get', 'state'], state], 1, 0]

/** What a cluster knows of its members: its worst, how many are chosen, and how many are in each state. */
export const CLUSTER_PROPERTIES = {
  worst: ['max', ['get', 'urgency']],
  chosen: ['+', ['get', 'chosen']],
  ...Object.fromEntries(State.options.map((state) => [state, ['+', countOf(state)]])),
}

export const caseSource = (data: CaseData): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data,
  cluster: true,
  clusterRadius: CLUSTER_PIXELS,
  clusterMaxZoom: CLUSTER_TO_ZOOM,
  maxzoom: CLUSTER_TO_ZOOM + 1,
  clusterProperties: CLUSTER_PROPERTIES,
})
