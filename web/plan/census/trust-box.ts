import type { Bbox } from '../../../server/contract/geo.ts'
import type { View } from '../../map/city-map.ts'

const TILE = 512
/** Boxes begin at whole quarters of the view, so that a map that is moved a little asks for the same box again. */
const STEPS = 4

/** A box that holds what a map of so many pixels shows, and somewhat more. */
export function trustBox(
  { lng, lat, zoom }: Pick<View, 'lng' | 'lat' | 'zoom'>,
  [width, height]: readonly [number, number],
): Bbox {
  const perPixel = 360 / (TILE * 2 ** Math.floor(zoom))
  const [wide, high] = [width * perPixel, height * perPixel * Math.cos((lat * Math.PI) / 180)]
  const [west, east] = around(lng, wide, 180)
  const [south, north] = around(lat, high, 85)
  return [west, south, east, north]
}

function around(middle: number, span: number, most: number): [low: number, high: number] {
  const step = span / STEPS
  const within = (degrees: number): number => Number(Math.min(most, Math.max(-most, degrees)).toFixed(6))
  return [within(Math.floor((middle - span / 2) / step) * step), within(Math.ceil((middle + span / 2) / step) * step)]
}
