/** Web Mercator with the world 2³² wide: a unit is 9 mm at the equator, and the tile and the pixel of a place at any zoom are a shift. */
export const WORLD = 2 ** 32

/** Degrees are kept as whole 1e-7 degrees, 11 mm: what GeoJSON advises and no survey of a bureau beats. */
export const E7 = 1e7

/** The last latitude of the square world; beyond it a place is drawn at the edge. */
export const MAX_LATITUDE = 85.0511287798066

const clamp = (value: number): number => Math.min(WORLD - 1, Math.max(0, Math.floor(value)))

/** Degrees to 0 … 2³² − 1, eastwards. */
export const mercatorX = (lng: number): number => clamp((lng / 360 + 0.5) * WORLD)

/** Degrees to 0 … 2³² − 1, southwards. */
export function mercatorY(lat: number): number {
  const sine = Math.sin((Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, lat)) * Math.PI) / 180)
  return clamp((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * WORLD)
}

export const lngOf = (x: number): number => (x / WORLD - 0.5) * 360

export const latOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD))) * 180) / Math.PI

/** A box in units of the world, edges included. */
export interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/** The box of a tile, grown by `buffer` in parts of the tile's side. Zoom may be deeper than 32 bits allow: then it is at least a unit wide. */
export function boxOfTile(z: number, x: number, y: number, buffer = 0): Box {
  const side = WORLD / 2 ** z
  return {
    minX: clamp((x - buffer) * side),
    minY: clamp((y - buffer) * side),
    maxX: clamp((x + 1 + buffer) * side - 1),
    maxY: clamp((y + 1 + buffer) * side - 1),
  }
}
