import { makeCangshan } from '../../../data/cities/cangshan/make-cangshan.ts'
import type { MadeAsset, MadeCity } from '../../../data/cities/city.ts'
import type { Line, Point, Polygon } from '../../../data/cities/town/geometry.ts'
import { Projection } from '../../../data/cities/town/projection.ts'

let made: MadeCity | undefined
/** The district, made once for all tests of a file. */
export const cangshan = (): MadeCity => {
  made ??= makeCangshan()
  return made
}

const projection = new Projection([119.335, 26.03])
export const plane = (place: [number, number]): Point => projection.plane(place)

export const thingsOf = (layer: string): MadeAsset[] => cangshan().assets.filter((asset) => asset.layer === layer)

/** Polygons of a layer of the base map, in metres. */
export const drawnPolygons = (layer: string, ...kinds: string[]): Polygon[] =>
  (cangshan().basemap[layer] ?? []).flatMap(({ geometry, properties }) =>
    geometry.type === 'Polygon' && (kinds.length === 0 || kinds.includes(String(properties.kind)))
      ? [geometry.coordinates.map((ring) => ring.slice(0, -1).map(plane))]
      : [],
  )

export const drawnLines = (layer: string): { line: Line; properties: Record<string, unknown> }[] =>
  (cangshan().basemap[layer] ?? []).flatMap(({ geometry, properties }) =>
    geometry.type === 'LineString' ? [{ line: geometry.coordinates.map(plane), properties }] : [],
  )
