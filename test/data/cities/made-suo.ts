import type { BasemapFeature, Geometry, MadeAsset, MadeCity } from '../../../data/cities/city.ts'
import { makeSuo } from '../../../data/cities/suo/make-town.ts'
import type { Line, Point, Polygon } from '../../../data/cities/town/geometry.ts'
import { Projection } from '../../../data/cities/town/projection.ts'

let made: MadeCity | undefined
/** The town, made once for all tests of a file. */
export const suo = (): MadeCity => {
  made ??= makeSuo()
  return made
}

const projection = new Projection([93.785, 31.886])

export const placeOf = (geometry: Geometry): Point => {
  if (geometry.type !== 'Point') throw new Error(`a point was expected, not a ${geometry.type}`)
  return projection.plane(geometry.coordinates)
}

export const lineOf = (geometry: Geometry): Line => {
  if (geometry.type !== 'LineString') throw new Error(`a line was expected, not a ${geometry.type}`)
  return geometry.coordinates.map((p) => projection.plane(p))
}

/** Polygons in metres, rings without their first place repeated. */
export const polygonsOf = (geometry: Geometry): Polygon[] => {
  const polygons =
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : []
  return polygons.map((polygon) => polygon.map((ring) => ring.slice(0, -1).map((p) => projection.plane(p))))
}

export const drawn = (layer: string): BasemapFeature[] => suo().basemap[layer] ?? []

export const assetsOf = (layer: string): MadeAsset[] => suo().assets.filter((asset) => asset.layer === layer)
