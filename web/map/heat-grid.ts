import type { LngLat } from '../../server/contract/geo.ts'

/** A fixed square grid: cell (0, 0) has its south-west corner at `origin`. It depends on the city alone, so a cell is the same cell
 *  at every zoom, on every day and on every screen. */
export interface HeatGrid {
  origin: LngLat
  cellMetres: number
}

/** Metres of a degree at a latitude on WGS84 (series of the meridian and parallel arcs; under 0.1 m/degree off). */
export function metresPerDegree(latitude: number): { lng: number; lat: number } {
  const phi = (latitude * Math.PI) / 180
  return {
    lat: 111_132.954 - 559.822 * Math.cos(2 * phi) + 1.175 * Math.cos(4 * phi),
    lng: 111_412.84 * Math.cos(phi) - 93.5 * Math.cos(3 * phi) + 0.118 * Math.cos(5 * phi),
  }
}

/** From places to cells and parts of a cell from the origin: east, north. Made once for many places. */
export function gridPlacer({ origin, cellMetres }: HeatGrid): (place: LngLat) => [east: number, north: number] {
  const metres = metresPerDegree(origin[1])
  const [east, north] = [metres.lng / cellMetres, metres.lat / cellMetres]
  return ([lng, lat]) => [(lng - origin[0]) * east, (lat - origin[1]) * north]
}

/** Where one place lies in the grid. */
export const gridPlaceOf = (grid: HeatGrid, place: LngLat): [east: number, north: number] => gridPlacer(grid)(place)

/** The other way round. */
export function lngLatOf({ origin, cellMetres }: HeatGrid, east: number, north: number): LngLat {
  const metres = metresPerDegree(origin[1])
  return [origin[0] + (east * cellMetres) / metres.lng, origin[1] + (north * cellMetres) / metres.lat]
}
