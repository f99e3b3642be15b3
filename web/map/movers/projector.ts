import type { LngLat } from '../../../server/contract/geo.ts'
import type { MapSurface, Pixel } from '../map-surface.ts'

/** Web Mercator, 0 … 1 from the north-west. */
export const mercator = ([lng, lat]: LngLat): Pixel => {
  const sine = Math.sin((lat * Math.PI) / 180)
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

/** From Mercator to the pixels of the map as it is now. Thousands of points a frame: as long as the map is not tilted that is one
 *  multiplication, asked of the map at three corners; a tilted one is asked for every point. */
export function projectorOf(surface: Pick<MapSurface, 'size' | 'toPlace' | 'toPixel' | 'pitch'>) {
  if (surface.pitch() > 0) return ([x, y]: Pixel): Pixel => surface.toPixel([(x - 0.5) * 360, latitudeOf(y)])
  const [width, height] = surface.size()
  const [west, north] = mercator(surface.toPlace([0, 0]))
  const right = mercator(surface.toPlace([width, 0]))
  const down = mercator(surface.toPlace([0, height]))
  const [ax, ay, bx, by] = [right[0] - west, right[1] - north, down[0] - west, down[1] - north]
  const area = ax * by - ay * bx
  return ([x, y]: Pixel): Pixel => {
    const [dx, dy] = [x - west, y - north]
    return [((dx * by - dy * bx) / area) * width, ((dy * ax - dx * ay) / area) * height]
  }
}

const latitudeOf = (y: number): number => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI
