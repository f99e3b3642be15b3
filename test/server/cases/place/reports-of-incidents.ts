import type { Asset } from '../../../../server/contract/asset.ts'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { dice } from '../../city/made-layers.ts'
import { binAt, HOME, lampAt, moved } from './made-ground.ts'

/** Something that broke or was dumped, once; everybody who reports it reports the same. */
export interface Incident {
  code: string
  kind: 'component' | 'matter'
  place: LngLat
  assetId: string | null
  beganMs: number
  endedMs: number
}

export interface MadeReport {
  incident: Incident
  /** Not the first of its incident. */
  again: boolean
  ms: number
  /** Where the phone said it was. */
  location: LngLat
  /** The thing that the reporter chose on the map. */
  chosen: string | null
}

const HOUR = 3_600_000
const DAYS = 30
const BEGUN = Date.parse('2026-03-01T00:00:00Z')

/** Thirty days of a town of 120 lamps 25 to 30 m apart, every third with a bin beside it, and 30 corners where rubbish is left. Hard on purpose:
 *  two of three broken lamps have a broken neighbour at the same time, one of four rubbish heaps another 36 m off, a bin fills where a lamp is out, the same lamp breaks again
 *  after its repair, and phones are some metres off, one in twelve far off. */
export function madeReports(seed: number): { assets: Asset[]; reports: MadeReport[] } {
  const chance = dice(seed)
  const around = (metres: number) => Math.sqrt(-2 * Math.log(1 - chance())) * metres
  const lamps: Asset[] = []
  const bins: Asset[] = []
  for (let street = 0; street < 6; street++) {
    let east = 0
    for (let post = 0; post < 20; post++) {
      const number = street * 20 + post + 1
      const place = moved(HOME, east, street * 90)
      lamps.push(lampAt(number, place))
      if (number % 3 === 0) bins.push(binAt(number, moved(place, 1 + chance() * 2)))
      east += 25 + chance() * 5
    }
  }
  const corners = Array.from({ length: 30 }, (_, at) => moved(HOME, (at % 6) * 85, 45 + Math.floor(at / 6) * 90))

  const incidents: Incident[] = []
  const free = new Map<string, number>()
  const begin = (of: Omit<Incident, 'endedMs'>, hours: number): void => {
    const key = `${of.code} ${of.place}`
    if ((free.get(key) ?? 0) > of.beganMs) return
    const endedMs = of.beganMs + hours * HOUR
    // The next one comes after the reports of this one have come in.
    free.set(key, endedMs + 28 * HOUR)
    incidents.push({ ...of, endedMs })
  }
  const breakThing = (asset: Asset | undefined, beganMs: number, hours: number): void => {
    if (asset?.geometry.type !== 'Point') return
    const { code, id: assetId } = asset
    begin({ code, kind: 'component', place: asset.geometry.coordinates, assetId, beganMs }, hours)
  }
  for (let count = 0; count < 260; count++) {
    const at = BEGUN + chance() * DAYS * 24 * HOUR
    const lamp = Math.floor(chance() * lamps.length)
    breakThing(lamps[lamp], at, 6 + chance() * 60)
    if (chance() < 0.67) breakThing(lamps[lamp + 1], at + (chance() - 0.5) * 6 * HOUR, 6 + chance() * 60)
    if (chance() < 0.5) breakThing(bins[Math.floor(lamp / 3)], at + chance() * 6 * HOUR, 3 + chance() * 20)
    if (chance() < 0.4) {
      const place = corners[Math.floor(chance() * corners.length)] as LngLat
      const heap = (beganMs: number, there: LngLat) =>
        begin({ code: '06010', kind: 'matter', place: there, assetId: null, beganMs }, 5 + chance() * 40)
      heap(at, place)
      if (chance() < 0.25) heap(at + chance() * 4 * HOUR, moved(place, 0, 36))
    }
  }

  const reports = incidents.flatMap((incident) =>
    Array.from({ length: 1 + Math.floor(chance() * 4) }, (_, at): MadeReport => {
      const chosen = incident.assetId !== null && chance() < 0.25 ? incident.assetId : null
      const off = around(chance() < 1 / 12 ? 8 : 4)
      const turn = chance() * 2 * Math.PI
      const location = chosen ? incident.place : moved(incident.place, off * Math.cos(turn), off * Math.sin(turn))
      // One in twenty comes when the crew has left.
      const share = chance() < 0.05 ? 1 : chance() ** 1.5
      const late = share === 1 ? chance() * 3 * HOUR : 0
      const ms = at === 0 ? incident.beganMs : incident.beganMs + share * (incident.endedMs - incident.beganMs) + late
      return { incident, again: at > 0, ms, location, chosen }
    }),
  )
  return { assets: [...lamps, ...bins], reports: reports.sort((a, b) => a.ms - b.ms) }
}
