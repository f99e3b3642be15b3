import type { LngLat } from '../contract/geo.ts'
import type { Vehicle } from '../contract/travel.ts'
import { crowMinutes } from '../insight/day-plan/crow-minutes.ts'
import type { MinutesBetween } from '../insight/day-plan/problem.ts'
import type { CityRoads } from '../roads/city-roads.ts'

/** How long it takes from place to place, looked up beforehand: by the roads, or straight across where none are known. */
export interface TravelBook {
  minutesBetween: MinutesBetween
  by: 'roads' | 'crow'
}

export interface Places {
  from: readonly LngLat[]
  to: readonly LngLat[]
  vehicles: readonly Vehicle[]
}

/** A goal takes about a millisecond, so that so many keep nobody waiting. */
const GOALS_AT_ONCE = 16
/** More would take seconds: there the crow's flight must do. */
const MOST_GOALS = 1_500

/** Looks all ways up, a few at a time, so that other requests are answered meanwhile. Places are known by the very arrays that are given. */
export async function openTravelBook(
  roads: Pick<CityRoads, 'has' | 'speeds' | 'table'>,
  places: Places,
): Promise<TravelBook> {
  const crow = crowMinutes(roads.speeds)
  const [from, to] = [[...new Set(places.from)], [...new Set(places.to)]]
  if (!roads.has || to.length > MOST_GOALS) return { minutesBetween: crow, by: 'crow' }
  const [rows, columns] = [indexOf(from), indexOf(to)]
  const tables = new Map<Vehicle, Float64Array>()
  for (const vehicle of new Set(places.vehicles)) tables.set(vehicle, await tableOf(roads, { from, to }, vehicle))
  return {
    by: 'roads',
    minutesBetween: (start, goal, crew) => {
      const seconds = tables.get(crew.vehicle)?.[(rows.get(start) ?? Number.NaN) * to.length + (columns.get(goal) ?? 0)]
      // Where no road leads somebody still has to go.
      return seconds === undefined || seconds === Number.POSITIVE_INFINITY ? crow(start, goal, crew) : seconds / 60
    },
  }
}

const indexOf = (places: readonly LngLat[]): Map<LngLat, number> =>
  new Map(places.map((place, index) => [place, index]))

async function tableOf(
  roads: Pick<CityRoads, 'table'>,
  { from, to }: Pick<Places, 'from' | 'to'>,
  vehicle: Vehicle,
): Promise<Float64Array> {
  const table = new Float64Array(from.length * to.length)
  for (let first = 0; first < to.length; first += GOALS_AT_ONCE) {
    const goals = to.slice(first, first + GOALS_AT_ONCE)
    const part = roads.table({ from, to: goals }, vehicle)
    for (let row = 0; row < from.length; row += 1)
      table.set(part.subarray(row * goals.length, (row + 1) * goals.length), row * to.length + first)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return table
}
