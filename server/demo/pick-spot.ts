import type { Scene } from '../../data/cities/suo/records/case-kind.ts'
import type { Random } from '../../data/cities/town/random.ts'
import type { CityPicture } from '../city/city-picture.ts'
import type { Asset } from '../contract/asset.ts'
import type { LngLat } from '../contract/geo.ts'
import type { Streets } from './streets.ts'

/** Where something is wrong. */
export interface Spot {
  location: LngLat
  address: string
  assetId: string | null
}

export type PickSpot = (scene: Scene, dice: Random) => Spot | undefined

/** A layer of so many things is read once and drawn from; of a larger one the nearest to a place on a road are. */
const MOST_KNOWN = 5_000
const NEAREST = 12
/** Outside the unit grids nobody complains, and much of a county's roads is there. */
const TRIES = 25

/** Draws places out of the city as it stands: at a thing that is in order, or at the kerb. undefined where none was found. */
export function spotPicker(memory: Pick<CityPicture, 'layer'>, { places }: Pick<Streets, 'places'>): PickSpot {
  const known = new Map<string, string[]>()
  const idsOf = (id: string): string[] | undefined => {
    const layer = memory.layer(id)
    if (!layer || layer.count > MOST_KNOWN) return undefined
    const ids = known.get(id) ?? [...layer.all()].map((asset) => asset.id)
    known.set(id, ids)
    return ids
  }
  const kerb = (dice: Random): LngLat | undefined => {
    for (let tries = 0; tries < TRIES && places.length > 0; tries++) {
      const place = dice.pick(places)
      if (memory.layer('unit-grids')?.around(place, 0).length) return place
    }
    return undefined
  }
  const oneOf = (layerId: string, dice: Random): Asset | undefined => {
    const layer = memory.layer(layerId)
    const ids = idsOf(layerId)
    if (!layer || ids?.length === 0) return undefined
    if (ids) return layer.get(dice.pick(ids))
    const near = kerb(dice)
    const found = near ? layer.nearest(near, NEAREST) : []
    return found.length ? layer.get(dice.pick(found).id) : undefined
  }
  const inOrder = ({ layer, status }: Asset): boolean =>
    memory.layer(layer)?.definition.statuses.find(({ id }) => id === status)?.state === 'normal'
  const roadAt = (place: LngLat): string => {
    const nearest = memory.layer('roads')?.nearest(place, 1)[0]
    return (nearest && memory.layer('roads')?.get(nearest.id)?.name) || '城区道路'
  }
  return ({ layer, kind }, dice) => {
    if (layer === null) {
      const location = kerb(dice)
      return location && { location, address: `${roadAt(location)}路边`, assetId: null }
    }
    for (let tries = 0; tries < TRIES; tries++) {
      const asset = oneOf(layer, dice)
      if (!asset || (kind !== undefined && asset.fields.kind !== kind) || !inOrder(asset)) continue
      const location = placeOf(asset)
      return { location, address: asset.name || `${roadAt(location)}路边`, assetId: asset.id }
    }
    return undefined
  }
}

/** Somewhere at the thing: its place, the middle of a line, the middle of an area's outline. */
function placeOf({ geometry }: Asset): LngLat {
  if (geometry.type === 'Point') return geometry.coordinates
  const lines =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? (geometry.coordinates[0] ?? [])
        : geometry.coordinates
  const line = lines[0] ?? []
  if (geometry.type === 'LineString' || geometry.type === 'MultiLineString')
    return line[Math.floor(line.length / 2)] ?? [0, 0]
  const sum = line.reduce<LngLat>(([x, y], [u, v]) => [x + u / line.length, y + v / line.length], [0, 0])
  return sum
}
