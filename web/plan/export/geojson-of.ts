import type { FeatureCollection, Geometry, Position } from 'geojson'
import type { Fact } from './about.ts'
import type { Handout } from './handout.ts'

/** Seven decimals of a degree are a centimetre. */
const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

/** RFC 7946. Its longitudes and latitudes are of CGCS2000, which is within decimetres of the WGS 84 that the RFC names, and `about` says so;
 *  the RFC has no place for a system of its own. A property that has a unit carries it in its name: `metres (m)`. */
export function geoJsonOf({ title, places }: Handout, about: readonly Fact[]): FeatureCollection & { about: object } {
  const units = places?.units ?? {}
  const named = (properties: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(properties)
        .filter(([, value]) => value === null || ['string', 'number', 'boolean'].includes(typeof value))
        .map(([key, value]) => [units[key] === undefined ? key : `${key} (${units[key]})`, value]),
    )
  return {
    type: 'FeatureCollection',
    about: { title, ...Object.fromEntries(about.map(({ name, value }) => [name, value])) },
    features: (places?.features.features ?? []).map(({ id, geometry, properties }) => ({
      ...{ type: 'Feature', ...(id === undefined ? {} : { id }) },
      ...{ geometry: rightHanded(geometry), properties: named(properties ?? {}) },
    })),
  }
}

/** Rings go round as RFC 7946 3.1.6 wants: the outer against the clock, holes with it. */
function rightHanded(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon') return { type: 'Polygon', coordinates: geometry.coordinates.map(ringWay) }
  if (geometry.type === 'MultiPolygon')
    return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map(ringWay)) }
  if (geometry.type === 'GeometryCollection') return { ...geometry, geometries: geometry.geometries.map(rightHanded) }
  return { ...geometry, coordinates: rounded(geometry.coordinates) } as Geometry
}

type Nested = number | Nested[]
const rounded = (of: Nested): Nested => (typeof of === 'number' ? round(of) : of.map(rounded))

function ringWay(ring: Position[], index: number): Position[] {
  const twice = ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? []
    return sum + x * nextY - nextX * y
  }, 0)
  const exact = ring.map((at) => at.map(round))
  return twice > 0 === (index === 0) ? exact : exact.reverse()
}
