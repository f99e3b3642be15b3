import type { Bbox, Geometry, LngLat } from '../../../server/contract/geo.ts'

/** The box that a thing lies in. */
export function boxAround({ coordinates }: Pick<Geometry, 'coordinates'>): Bbox {
  const box: Bbox = [180, 90, -180, -90]
  const widen = (part: unknown): void => {
    if (!Array.isArray(part)) return
    if (typeof part[0] !== 'number') {
      for (const one of part) widen(one)
      return
    }
    const [lng, lat] = part as unknown as LngLat
    box[0] = Math.min(box[0], lng)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lng)
    box[3] = Math.max(box[3], lat)
  }
  widen(coordinates)
  return box
}

export const middleOf = ([west, south, east, north]: Bbox): LngLat => [(west + east) / 2, (south + north) / 2]
