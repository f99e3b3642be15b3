/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number]

const mercatorX = (lng: number): number => (lng + 180) / 360

const mercatorY = (lat: number): number => {
  const sine = Math.sin((lat * Math.PI) / 180)
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)
}

/** Longitude at x, latitude at y, counted from 0 to 1 over the world, y from the north. */
export const lngOf = (x: number): number => x * 360 - 180
export const latOf = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI

/** The tiles of one zoom that touch the bounds. */
export function* tilesOver(
  [west, south, east, north]: Bounds,
  z: number,
): Generator<{ z: number; x: number; y: number }> {
  const count = 2 ** z
  for (let x = Math.floor(mercatorX(west) * count); x <= Math.floor(mercatorX(east) * count); x++)
    for (let y = Math.floor(mercatorY(north) * count); y <= Math.floor(mercatorY(south) * count); y++) yield { z, x, y }
}
