import type { CityPicture } from '../city/city-picture.ts'
import type { Asset } from '../contract/asset.ts'
import type { LngLat } from '../contract/geo.ts'
import type { LogRow } from '../contract/log.ts'
import type { TravelSpeeds, Vehicle, Way } from '../contract/travel.ts'
import { buildNet, buildNetInSteps, type RoadNet } from './build-net.ts'
import { findWay } from './find-way.ts'
import { roadFacts } from './road-facts.ts'
import { snapToRoad } from './snap-to-road.ts'
import { travelTable } from './travel-table.ts'
import { type WaysTo, wayFrom, waysTo } from './ways-to.ts'

const LAYER = 'roads'

/** Goes through steps to the end, letting others on between them. */
export type InSlices = <T>(steps: Generator<void, T>) => Promise<T>
/** An import brings its roads in many rows; they are joined once when it is quiet. */
const QUIET_MS = 250

/** The city's roads as they are now. A road that is closed or opened is so at once; where one is drawn anew, the roads are joined again behind the
 *  requests, which until then go by the roads of before. */
export class CityRoads {
  readonly speeds: TravelSpeeds
  readonly #memory: Pick<CityPicture, 'layer'>
  readonly #inSlices: InSlices
  #net: RoadNet | undefined
  #drawn: ReadonlyMap<string, string> = new Map()
  #waiting: NodeJS.Timeout | undefined
  /** The roads that are being joined in slices. */
  #joining: ReadonlyMap<string, string> | undefined

  constructor(memory: Pick<CityPicture, 'layer'>, speeds: TravelSpeeds, inSlices: InSlices) {
    this.#memory = memory
    this.#inSlices = inSlices
    this.speeds = speeds
  }

  /** Joined at once where it is asked for before it was prepared. */
  net(): RoadNet {
    if (!this.#net) {
      const roads = this.#roads()
      this.#net = buildNet(roads)
      this.#drawn = drawnOf(roads)
    }
    return this.#net
  }

  /** Joins the roads soon, in slices between which others are served. */
  prepare(): void {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => void this.#join(), QUIET_MS).unref()
  }

  /** Whether there are roads to reckon with. */
  get has(): boolean {
    return this.net().edges.length > 0
  }

  /** The quickest way; undefined where no road leads from one to the other. */
  way(ends: readonly [from: LngLat, to: LngLat], vehicle: Vehicle): Way | undefined {
    return findWay(this.net(), ends, { vehicle, speeds: this.speeds })
  }

  /** The nearest place on a road, however far; undefined without roads. */
  nearest(at: LngLat, vehicle: Vehicle): LngLat | undefined {
    return snapToRoad(this.net(), at, { vehicle, speeds: this.speeds }, Number.POSITIVE_INFINITY)?.place
  }

  /** The quickest ways of many to one place, as `way`. */
  waysTo(to: LngLat): (from: LngLat, vehicle: Vehicle) => Way | undefined {
    const [net, speeds] = [this.net(), this.speeds]
    const known = new Map<Vehicle, WaysTo | undefined>()
    return (from, vehicle) => {
      const pace = { vehicle, speeds }
      if (!known.has(vehicle)) {
        const goal = snapToRoad(net, to, pace)
        known.set(vehicle, goal && waysTo(net, goal, pace))
      }
      const [ways, start] = [known.get(vehicle), snapToRoad(net, from, pace)]
      return ways && start && wayFrom(start, ways, [from, to])
    }
  }

  /** Seconds from each of some places to each of others, row by row; infinite where no road leads. */
  table(ends: { from: readonly LngLat[]; to: readonly LngLat[] }, vehicle: Vehicle): Float64Array {
    return travelTable(this.net(), ends, { vehicle, speeds: this.speeds })
  }

  /** Follows the log, behind the city in memory. */
  take(rows: readonly LogRow[]): void {
    const [net, joining] = [this.#net, this.#joining]
    if (!net && !joining) return
    for (const { entity, entityId, after } of rows) {
      if (entity !== 'asset') continue
      const isRoad = (after as { layer?: string } | null)?.layer === LAYER
      // What is being joined has the roads of before.
      if (joining && (isRoad || joining.has(entityId))) this.prepare()
      if (net && (isRoad || net.facts.has(entityId))) this.#follow(net, entityId)
    }
  }

  #follow({ facts }: RoadNet, id: string): void {
    const [known, road] = [facts.get(id), this.#memory.layer(LAYER)?.get(id)]
    if (known && road && this.#drawn.get(id) === drawingOf(road)) Object.assign(known, roadFacts(road))
    else if (known || road) this.prepare()
  }

  async #join(): Promise<void> {
    const roads = this.#roads()
    const drawn = drawnOf(roads)
    this.#joining = drawn
    const net = await this.#inSlices(buildNetInSteps(roads)).catch(() => undefined)
    // Another began after a change.
    if (this.#joining !== drawn) return
    this.#joining = undefined
    this.#net = net
    this.#drawn = drawn
  }

  #roads(): Asset[] {
    return [...(this.#memory.layer(LAYER)?.all() ?? [])]
  }
}

const drawingOf = ({ geometry }: Asset): string => JSON.stringify(geometry)
const drawnOf = (roads: readonly Asset[]): Map<string, string> =>
  new Map(roads.map((road) => [road.id, drawingOf(road)]))
