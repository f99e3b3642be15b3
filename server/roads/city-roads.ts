import type { CityPicture } from '../city/city-picture.ts'
import type { LngLat } from '../contract/geo.ts'
import type { LogRow } from '../contract/log.ts'
import type { TravelSpeeds, Vehicle, Way } from '../contract/travel.ts'
import { buildNet, type RoadNet } from './build-net.ts'
import { findWay } from './find-way.ts'
import { roadFacts } from './road-facts.ts'
import { snapToRoad } from './snap-to-road.ts'
import { travelTable } from './travel-table.ts'
import { type WaysTo, wayFrom, waysTo } from './ways-to.ts'

const LAYER = 'roads'
/** An import brings its roads in many rows; they are joined once when it is quiet. */
const QUIET_MS = 250

/** The city's roads as they are now. A road that is closed or opened is so at once; where one is drawn anew, the roads are joined again behind the
 *  requests, which until then go by the roads of before. */
export class CityRoads {
  readonly speeds: TravelSpeeds
  readonly #memory: Pick<CityPicture, 'layer'>
  #net: RoadNet | undefined
  #drawn = new Map<string, string>()
  #waiting: NodeJS.Timeout | undefined

  constructor(memory: Pick<CityPicture, 'layer'>, speeds: TravelSpeeds) {
    this.#memory = memory
    this.speeds = speeds
  }

  /** Joined when it is first asked for. */
  net(): RoadNet {
    this.#net ??= this.#build()
    return this.#net
  }

  /** Joins the roads soon, so that nobody waits for it. */
  prepare(): void {
    setTimeout(() => this.net(), QUIET_MS).unref()
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
    const net = this.#net
    if (!net) return
    for (const { entity, entityId, after } of rows) {
      if (entity !== 'asset') continue
      const isRoad = (after as { layer?: string } | null)?.layer === LAYER
      if (isRoad || net.facts.has(entityId)) this.#follow(net, entityId)
    }
  }

  #follow({ facts }: RoadNet, id: string): void {
    const [known, road] = [facts.get(id), this.#memory.layer(LAYER)?.get(id)]
    if (known && road && this.#drawn.get(id) === JSON.stringify(road.geometry)) Object.assign(known, roadFacts(road))
    else if (known || road) this.#rebuildSoon()
  }

  #rebuildSoon(): void {
    clearTimeout(this.#waiting)
    const rebuild = (): void => {
      this.#net = this.#build()
    }
    this.#waiting = setTimeout(rebuild, QUIET_MS).unref()
  }

  #build(): RoadNet {
    const roads = [...(this.#memory.layer(LAYER)?.all() ?? [])]
    this.#drawn = new Map(roads.map(({ id, geometry }) => [id, JSON.stringify(geometry)]))
    return buildNet(roads)
  }
}
