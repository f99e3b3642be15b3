import type { MadeAsset, Position } from '../../city.ts'
import { backStreets } from './back-streets.ts'
import { busyness } from './busyness.ts'
import { kerbPoints } from './kerb-points.ts'
import { middleOf } from './place-geometry.ts'
import { type PlaceIndex, placeIndex } from './place-index.ts'

/** A spot at which something can be wrong. */
export interface Spot {
  location: Position
  unitGrid: string | null
  asset: MadeAsset | null
  /** Class of the road it stands at: national, main, secondary, street, lane. */
  roadClass: string
  /** How much goes on here, 0 … about 2. */
  busy: number
  /** In a back street that no patrol reaches. */
  hidden: boolean
}

export interface Town extends PlaceIndex {
  /** Unit grids that no inspection reaches: complaints come from there, patrols never go. */
  hidden: ReadonlySet<string>
  /** Along all roads, about 30 m apart. */
  kerb: readonly Spot[]
  spotsOf(layer: string, kind?: string): readonly Spot[]
  spotAt(location: Position, asset: MadeAsset | null): Spot
}

/** The town as its records see it: what stands where, where it is busy, where nobody looks. */
export function readTown(assets: readonly MadeAsset[], centre: Position): Town {
  const index = placeIndex(assets, centre)
  const points = kerbPoints(index)
  const hidden = backStreets(index, points)
  const busyAt = busyness(index)
  const spotAt = (location: Position, asset: MadeAsset | null, roadClass?: string): Spot => {
    const unitGrid = index.unitGridAt(location)
    return {
      location,
      unitGrid,
      asset,
      roadClass: roadClass ?? String(asset?.fields.roadClass ?? index.roadAt(location)?.fields.class ?? 'street'),
      busy: busyAt(location),
      hidden: unitGrid !== null && hidden.has(unitGrid),
    }
  }
  const known = new Map<string, Spot[]>()
  const addresses = new Map<string, string>()
  return {
    ...index,
    addressAt: (place) => {
      const key = `${place}`
      const address = addresses.get(key) ?? index.addressAt(place)
      addresses.set(key, address)
      return address
    },
    hidden,
    spotAt,
    kerb: points.map(({ location, roadClass }) => spotAt(location, null, roadClass)),
    spotsOf: (layer, kind) => {
      const key = `${layer} ${kind ?? ''}`
      const members = index.layer(layer).filter(({ fields }) => kind === undefined || fields.kind === kind)
      const spots = known.get(key) ?? members.map((asset) => spotAt(middleOf(asset.geometry), asset))
      known.set(key, spots)
      return spots
    },
  }
}
