import type { Bbox, LngLat } from '../../contract/geo.ts'
import { METRES_PER_DEGREE } from '../../contract/local-plane.ts'
import type { ParkingCell, ParkingRules, Yard, YardCheck } from '../../contract/parking.ts'

/** A yard where trucks may stand. */
export interface ParkingYard extends Pick<Yard, 'id' | 'name' | 'kind' | 'status' | 'location' | 'bays' | 'occupied'> {
  checks: Record<YardCheck, boolean | null>
}

/** Somebody found a truck that stood where it may not. */
export interface BadlyParked {
  location: LngLat
  /** Unix ms. */
  atMs: number
}

const BUSINESS_MS = 8 * 3_600_000
const CHECKS: readonly YardCheck[] = ['fenced', 'hardened', 'washBay']

/** Bays against trucks that found none, by cell and hour of the night: a case is one truck, and the worst hour is what has to be met. Cells lie on a
 *  grid from the equator and Greenwich, so that the same place is in the same cell whatever is asked. A closed yard has no bays.
 *  @param nights so many nights the cases are of */
export function balanceParking(
  { yards, cases, nights }: { yards: readonly ParkingYard[]; cases: readonly BadlyParked[]; nights: number },
  { cellMetres, nightHours }: Pick<ParkingRules, 'cellMetres' | 'nightHours'>,
): ParkingCell[] {
  const lat0 = yards[0]?.location[1] ?? cases[0]?.location[1] ?? 0
  const high = cellMetres / METRES_PER_DEGREE
  // One width for all of the city: a fifth of a degree of latitude changes it by 0.2 %.
  const wide = high / Math.cos((Math.round(lat0 * 5) / 5) * (Math.PI / 180))
  const cells = new Map<string, ParkingCell>()
  const cellAt = ([lng, lat]: LngLat): ParkingCell => {
    const [x, y] = [Math.floor(lng / wide), Math.floor(lat / high)]
    const bbox: Bbox = [x * wide, y * high, (x + 1) * wide, (y + 1) * high]
    const known = cells.get(`${x}/${y}`) ?? {
      ...{ bbox, centre: [(x + 0.5) * wide, (y + 0.5) * high] as LngLat, bays: 0, yards: 0 },
      ...{ demand: nightHours.map(() => 0), cases: 0, peakPerNight: 0, balance: 0 },
    }
    cells.set(`${x}/${y}`, known)
    return known
  }
  for (const { location, bays, status } of yards) {
    const cell = cellAt(location)
    cell.yards++
    cell.bays += status === 'closed' ? 0 : (bays ?? 0)
  }
  for (const { location, atMs } of cases) {
    const hour = nightHours.indexOf(new Date(atMs + BUSINESS_MS).getUTCHours())
    if (hour < 0) continue
    const cell = cellAt(location)
    cell.cases++
    cell.demand[hour] = (cell.demand[hour] ?? 0) + 1
  }
  return [...cells.values()]
    .map((cell) => {
      const peakPerNight = nights > 0 ? Math.max(...cell.demand) / nights : 0
      return { ...cell, peakPerNight, balance: cell.bays - peakPerNight }
    })
    .sort((a, b) => a.balance - b.balance || b.cases - a.cases || a.bbox[0] - b.bbox[0] || a.bbox[1] - b.bbox[1])
}

/** 堆场检查清单: the weights of what is there over those of all three; what nobody wrote down counts as missing, and is named. The worst first. */
export function scoreYards(yards: readonly ParkingYard[], { checklist }: Pick<ParkingRules, 'checklist'>): Yard[] {
  const all = CHECKS.reduce((sum, check) => sum + checklist[check], 0)
  return yards
    .map((yard) => {
      const having = CHECKS.reduce((sum, check) => sum + (yard.checks[check] === true ? checklist[check] : 0), 0)
      return {
        ...yard,
        score: Math.round((having / all) * 1000) / 10,
        missing: CHECKS.filter((check) => yard.checks[check] === false),
        unknown: CHECKS.filter((check) => yard.checks[check] === null),
      }
    })
    .sort((a, b) => a.score - b.score || (a.id < b.id ? -1 : 1))
}
