import type { CrewPosition } from '../../../server/contract/crew.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { LivePosition } from '../../../server/contract/live.ts'
import type { CrewWhereabouts } from '../../../server/contract/track.ts'

/** So much of a way shows where a crew comes from, as the server tells it too: 15 minutes, at most one place every 10 s. */
const TRAIL_MS = 15 * 60_000
const TRAIL_PLACES = 90

/** The way of one crew. */
interface Trail {
  /** Where it is; null where nobody knows. */
  position: CrewPosition | null
  /** Unix ms of each place. */
  times: readonly number[]
  /** The places, the oldest first: the same array as long as the crew stands where it stood. */
  line: readonly LngLat[]
}

const NO_TRAIL: Trail = { position: null, times: [], line: [] }

/** The ways of the crews as they move: changed in place, because 300 places come in a second. */
export class CrewTrails {
  #trails = new Map<string, Trail>()

  /** Puts down what was read: the way up to now, but for crews of whom something newer was heard. How its places lie in time is not told: they
   *  are taken to be even over the 15 minutes. */
  load(crews: readonly CrewWhereabouts[]): void {
    for (const { crewId, position, trail } of crews) {
      const known = this.#trails.get(crewId)
      const at = position ? Date.parse(position.at) : 0
      if (known?.position && Date.parse(known.position.at) >= at && known.line.length >= trail.length) continue
      const step = TRAIL_MS / Math.max(1, trail.length)
      const read = { position, line: trail, times: trail.map((_, i) => at - (trail.length - 1 - i) * step) }
      if (known?.position && Date.parse(known.position.at) > at) this.#trails.set(crewId, behind(read, known, at))
      else this.#trails.set(crewId, read)
    }
  }

  /** Takes a place that was heard. One that is older than the last came late, and is passed over: false. */
  hear({ crewId, ...place }: LivePosition): boolean {
    const before = this.#trails.get(crewId) ?? NO_TRAIL
    const at = Date.parse(place.at)
    if (before.position && at <= Date.parse(before.position.at)) return false
    const position = {
      ...place,
      accuracyM: null,
      speedKmh: place.speedKmh ?? null,
      headingDeg: place.headingDeg ?? null,
    }
    const old = firstAfter(before.times, at - TRAIL_MS)
    const from = Math.max(old, before.times.length + 1 - TRAIL_PLACES)
    if (old === 0 && stands(before.line.at(-1), place.location)) this.#trails.set(crewId, { ...before, position })
    else
      this.#trails.set(crewId, {
        position,
        times: [...before.times.slice(from), at],
        line: [...before.line.slice(from), place.location],
      })
    return true
  }

  lineOf = (crewId: string): readonly LngLat[] => (this.#trails.get(crewId) ?? NO_TRAIL).line

  /** Where a crew is: what was heard last, or what was read of it where that is newer. */
  positionOf(crewId: string, read: CrewPosition | null): CrewPosition | null {
    const heard = this.#trails.get(crewId)?.position ?? null
    return heard && (!read || Date.parse(read.at) < Date.parse(heard.at)) ? heard : read
  }
}

/** A way that was read before what was heard meanwhile. */
function behind(read: Trail, heard: Trail, at: number): Trail {
  const from = firstAfter(heard.times, at)
  return {
    position: heard.position,
    times: [...read.times, ...heard.times.slice(from)].slice(-TRAIL_PLACES),
    line: [...read.line, ...heard.line.slice(from)].slice(-TRAIL_PLACES),
  }
}

/** How many of them, ascending, are not after `since`. */
const firstAfter = (times: readonly number[], since: number): number => {
  const first = times.findIndex((time) => time > since)
  return first === -1 ? times.length : first
}

/** A phone that lies still wanders by a few metres. */
const STANDS_METRES = 5
const METRES_A_DEGREE = 111_195

const stands = (at: LngLat | undefined, [lng, lat]: LngLat): boolean =>
  at !== undefined &&
  Math.hypot((lng - at[0]) * Math.cos((lat * Math.PI) / 180), lat - at[1]) * METRES_A_DEGREE < STANDS_METRES
