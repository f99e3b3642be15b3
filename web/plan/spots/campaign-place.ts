import { MOST_DRAWN_CORNERS } from '../../../server/contract/campaign-area.ts'
import { crossesItself } from '../../../server/contract/fence-shape.ts'
import { Bbox, LngLat } from '../../../server/contract/geo.ts'
import { boxBetween, five } from './box-around.ts'

/** The place of a campaign while it is drawn: a box of two clicks, or the corners of an area. */
export interface PlaceSketch {
  kind: 'box' | 'ring'
  corners: readonly LngLat[]
}

/** As the address has it: four numbers are a box, six and more the corners of an area. What is neither is left out. */
export function readPlace(text: string | undefined): { box: Bbox | undefined; ring: readonly LngLat[] | undefined } {
  const numbers = text?.split(',').map(Number) ?? []
  const box = Bbox.safeParse(numbers)
  if (box.success) return { box: box.data, ring: undefined }
  const corners = Array.from({ length: Math.ceil(numbers.length / 2) }, (_, at) => numbers.slice(2 * at, 2 * at + 2))
  const ring = LngLat.array().max(MOST_DRAWN_CORNERS).safeParse(corners)
  return { box: undefined, ring: ring.success && faultOfCorners(ring.data) === undefined ? ring.data : undefined }
}

/** Why corners make no area yet; undefined: they do. */
export function faultOfCorners(corners: readonly LngLat[]): 'few' | 'crosses' | undefined {
  const [first] = corners
  if (!first || corners.length < 3) return 'few'
  return crossesItself([...corners, first]) ? 'crosses' : undefined
}

/** Another click: on the first corner it closes an area. `place` is what the address keeps of what came to be. */
export function sketchOn(
  sketch: PlaceSketch,
  [lng, lat]: LngLat,
  onFirst: boolean,
): { sketch: PlaceSketch | undefined; place?: string } {
  const { kind, corners } = sketch
  const at: LngLat = [five(lng), five(lat)]
  const [first] = corners
  if (kind === 'box') {
    return first ? { sketch: undefined, place: boxBetween(first, at).join() } : { sketch: { kind, corners: [at] } }
  }
  if (onFirst) return closed(sketch)
  const last = corners.at(-1)
  const isNew = last?.[0] !== at[0] || last[1] !== at[1]
  return { sketch: isNew && corners.length < MOST_DRAWN_CORNERS ? { kind, corners: [...corners, at] } : sketch }
}

/** The area when it is one; else it is still drawn. */
export const closed = (sketch: PlaceSketch): { sketch: PlaceSketch | undefined; place?: string } =>
  faultOfCorners(sketch.corners) === undefined ? { sketch: undefined, place: sketch.corners.join() } : { sketch }

/** As the server takes it. */
export const areaText = (ring: readonly LngLat[]): string =>
  JSON.stringify({ type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] })
