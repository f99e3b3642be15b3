import { PNG } from 'pngjs'
import type { LngLat } from '../../server/contract/geo.ts'
import type { Visit } from './visit.ts'

/** What a person sees of the map, pixel by pixel, with what floats on it. CSS pixels are picture pixels (ratio 1). */
export interface MapShot {
  png: PNG
  /** Where a place is in the picture. */
  at(place: LngLat): Spot
}

export interface Spot {
  x: number
  y: number
}

export interface View {
  lng: number
  lat: number
  zoom: number
}

/** Takes the map as it is on screen. Its view is in the address once the map has been moved. */
export async function shoot({ page }: Visit, view: View = viewIn(page.url())): Promise<MapShot> {
  const png = PNG.sync.read(await page.locator('.map-box').screenshot())
  return { png, at: (place) => spotOf(place, view, png) }
}

/** Clear of the frame and the tools at the edges. */
const EDGE = 24

export function inMiddle({ png, at }: MapShot, place: LngLat): boolean {
  const { x, y } = at(place)
  return x > EDGE && y > EDGE && x < png.width - EDGE && y < png.height - EDGE
}

/** Where a place is on the page, to be pointed at. */
export async function onPage({ page }: Visit, place: LngLat, view: View = viewIn(page.url())): Promise<Spot> {
  const box = await page.locator('.map-box').boundingBox()
  if (!box) throw new Error('there is no map on the page')
  const { x, y } = spotOf(place, view, box)
  return { x: box.x + x, y: box.y + y }
}

export function viewIn(url: string): View {
  const [lng, lat, zoom] = new URL(url).searchParams.get('v')?.split(',').map(Number) ?? []
  if (lng === undefined || lat === undefined || zoom === undefined) throw new Error(`${url} says no view`)
  return { lng, lat, zoom }
}

/** Where a place is in a map of this size, from its upper left corner. */
export function spotOf(
  place: LngLat,
  { lng, lat, zoom }: View,
  { width, height }: { width: number; height: number },
): Spot {
  const world = 512 * 2 ** zoom
  const [x, y] = mercator(place)
  const [cx, cy] = mercator([lng, lat])
  return { x: width / 2 + (x - cx) * world, y: height / 2 + (y - cy) * world }
}

/** Web Mercator, the world from 0 to 1. */
function mercator([lng, lat]: LngLat): [number, number] {
  return [(lng + 180) / 360, (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2]
}

export type Rgb = [red: number, green: number, blue: number]

export function colourAt({ png }: MapShot, { x, y }: Spot): Rgb {
  const i = (Math.round(y) * png.width + Math.round(x)) * 4
  return [png.data[i] ?? -1, png.data[i + 1] ?? -1, png.data[i + 2] ?? -1]
}

/** The largest difference of two colours in one of red, green and blue, 0 … 255. */
export const apart = (a: Rgb, b: Rgb): number => Math.max(...a.map((part, i) => Math.abs(part - (b[i] ?? 0))))

/** Colours nearer than this look the same. */
const SAME = 6

/** How many pixels two pictures differ in, in all or within so many pixels around a spot. */
export function differing(a: MapShot, b: MapShot, around?: Spot, reach = 0): number {
  const [left, top, right, bottom] = around
    ? [around.x - reach, around.y - reach, around.x + reach, around.y + reach]
    : [0, 0, a.png.width - 1, a.png.height - 1]
  let count = 0
  for (let y = Math.round(top); y <= bottom; y++)
    for (let x = Math.round(left); x <= right; x++)
      if (apart(colourAt(a, { x, y }), colourAt(b, { x, y })) > SAME) count++
  return count
}

/** The mean of all pixels, 0 (black) … 255 (white). */
export const brightness = ({ png }: MapShot): number => {
  const [red, green, blue] = meanOf(png, 0, 0, Math.max(png.width, png.height))
  return (red + green + blue) / 3
}

const BLOCK = 12
const SAME_BLOCK = 8

/** The share of 12 × 12 pixel blocks whose mean colours differ. A shift of half a pixel, which the rounding of an address may make,
 *  changes many pixels and no block. `foot` pixels at the bottom are left out. */
export function changed(a: MapShot, b: MapShot, foot = 0): number {
  if (a.png.width !== b.png.width || a.png.height !== b.png.height) return 1
  let [count, all] = [0, 0]
  for (let y = 0; y + BLOCK <= a.png.height - foot; y += BLOCK)
    for (let x = 0; x + BLOCK <= a.png.width; x += BLOCK) {
      all++
      if (apart(meanOf(a.png, x, y, BLOCK), meanOf(b.png, x, y, BLOCK)) > SAME_BLOCK) count++
    }
  return count / all
}

function meanOf(png: PNG, left: number, top: number, size: number): Rgb {
  const sum: Rgb = [0, 0, 0]
  let count = 0
  for (let y = top; y < Math.min(top + size, png.height); y++)
    for (let x = left; x < Math.min(left + size, png.width); x++, count++) {
      const i = (y * png.width + x) * 4
      for (const part of [0, 1, 2] as const) sum[part] += png.data[i + part] ?? 0
    }
  return [sum[0] / count, sum[1] / count, sum[2] / count]
}
