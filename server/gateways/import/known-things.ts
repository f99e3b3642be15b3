import Flatbush from 'flatbush'
import { OWN_NUMBER } from '../../assets/fault-of-fields.ts'
import type { Asset } from '../../contract/asset.ts'
import type { Geometry, LngLat } from '../../contract/geo.ts'

/** A row without any number of its own is the thing that already stands within a metre. */
const SAME_PLACE_METRES = 1
const DEGREE_METRES = 111_320

/** What a layer holds before an import: enough to tell an addition from a change. */
export interface KnownThings {
  has(id: string): boolean
  idOfOwnNumber(own: string): string | undefined
  idAt(place: LngLat): string | undefined
  ids(): Iterable<string>
}

export async function gatherKnown(assets: AsyncIterable<Asset> | Iterable<Asset>): Promise<KnownThings> {
  const ids = new Set<string>()
  const byOwnNumber = new Map<string, string>()
  const places: { id: string; at: LngLat }[] = []
  for await (const { id, fields, geometry } of assets) {
    ids.add(id)
    const own = fields[OWN_NUMBER]
    if (typeof own === 'string') byOwnNumber.set(own, id)
    places.push({ id, at: anchorOf(geometry) })
  }
  const index = indexOf(places.map(({ at }) => at))
  return {
    has: (id) => ids.has(id),
    idOfOwnNumber: (own) => byOwnNumber.get(own),
    idAt: (place) => {
      const nearest = index?.neighbors(place[0], place[1], 1)[0]
      const found = nearest === undefined ? undefined : places[nearest]
      return found && metresBetween(found.at, place) <= SAME_PLACE_METRES ? found.id : undefined
    },
    ids: () => ids,
  }
}

const indexOf = (points: LngLat[]): Flatbush | undefined => {
  if (points.length === 0) return undefined
  const index = new Flatbush(points.length)
  for (const [lng, lat] of points) index.add(lng, lat, lng, lat)
  index.finish()
  return index
}

/** The position by which a thing is found again: a point's own, the first of a line or a ring. */
export function anchorOf({ coordinates }: Geometry): LngLat {
  let value: unknown = coordinates
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0]
  return value as LngLat
}

const metresBetween = ([ax, ay]: LngLat, [bx, by]: LngLat): number =>
  Math.hypot((ax - bx) * Math.cos((ay * Math.PI) / 180), ay - by) * DEGREE_METRES
