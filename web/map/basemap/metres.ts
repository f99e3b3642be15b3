import type { DataDrivenPropertyValueSpecification, ExpressionSpecification } from 'maplibre-gl'

/** Circumference of the Earth as Web Mercator has it. */
const EQUATOR_METRES = 2 * Math.PI * 6_378_137
/** MapLibre counts zoom in tiles of 512 pixels. */
const TILE_PIXELS = 512

/** How many pixels a metre is at a zoom and a latitude in degrees. */
export const pixelsPerMetre = (zoom: number, latitude: number): number =>
  (TILE_PIXELS * 2 ** zoom) / (EQUATOR_METRES * Math.cos((latitude * Math.PI) / 180))

/** Pixels at zoom 11, 13, 14 and the least at 15: below 15 a road is wider than it would be in truth, so that it can be seen. */
export type SmallWidths = readonly [at11: number, at13: number, at14: number, least15: number]

const METRES: ExpressionSpecification = ['coalesce', ['get', 'w'], 5]

/** True metre widths from zoom 15 on, fixed pixels below. `extra` is added in pixels, for a casing on both sides together. */
export function metreWidth(
  [at11, at13, at14, least15]: SmallWidths,
  latitude: number,
  { extra = 0, times = 1 } = {},
): DataDrivenPropertyValueSpecification<number> {
  const metres = (zoom: number): ExpressionSpecification => ['*', METRES, times * pixelsPerMetre(zoom, latitude)]
  // `zoom` may stand only at the top of an interpolation, so the metre term is spelled out per stop.
  return [
    'interpolate',
    ['exponential', 2],
    ['zoom'],
    11,
    at11 + extra * 0.4,
    13,
    at13 + extra * 0.5,
    14,
    at14 + extra * 0.7,
    15,
    ['+', extra * 0.8, ['max', least15, metres(15)]],
    16,
    ['+', extra, ['max', least15, metres(16)]],
    20,
    ['+', extra * 2, metres(20)],
  ]
}
