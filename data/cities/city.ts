/** What a city's generator makes. Plain shapes, so that data/ imports nothing of the server.
 *  Every coordinate is longitude, latitude in degrees WGS84. */

export type Position = [number, number]
export type Geometry =
  | { type: 'Point'; coordinates: Position }
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString'; coordinates: Position[][] }
  | { type: 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] }

export interface BasemapFeature {
  geometry: Geometry
  /** Small values for the style: kind, class, name, width in metres … */
  properties: Record<string, string | number | boolean>
}

/** Layers of the base map by name: water, waterlines, roads, bridges, blocks, buildings, walls, green, yards, hills, contours, trees, places … */
export type Basemap = Record<string, BasemapFeature[]>

export interface MadeAsset {
  id: string
  layer: string
  name: string
  status: string
  code: string
  geometry: Geometry
  fields: Record<string, string | number | boolean | null>
}

export interface MadeCity {
  area: string
  /** Who says that its things are there: `made:` and the generator. */
  source: string
  name: { zh: string; en: string }
  centre: Position
  zoom: number
  bounds: [number, number, number, number]
  basemap: Basemap
  /** Height in metres above sea at a place. */
  elevation: (lng: number, lat: number) => number
  assets: MadeAsset[]
}

/** A thing that happened, in the order of time: a whole new state of a case or an inspection. */
export interface MadeRecord {
  at: string
  kind: string
  entity: 'case' | 'inspection' | 'asset'
  entityId: string
  after: Record<string, unknown>
  /** Why or how, in words, where it is worth a word. */
  reason?: string
}
