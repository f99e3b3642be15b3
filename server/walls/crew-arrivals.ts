import { metresBetween } from '../city/distance.ts'
import type { LngLat } from '../contract/geo.ts'
import { THERE_METRES } from '../contract/wall.ts'
import { trackOf } from '../crews/position-store.ts'
import type { Db } from '../store/schema.ts'

interface Sent {
  caseId: string
  crewId: string
  sentAt: string
  location: LngLat
}

interface Looked {
  /** Up to here its track was looked through, Unix ms. */
  untilMs: number
  arrivedMs: number | null
}

/** A phone sends a place every 10 s: more than a day in one look. */
const MOST_PLACES = 10_000
/** More than a city ever has at once; the oldest are asked about no more. */
const MOST_KEPT = 200
/** A phone without a network sends its places when it has one again. */
const LATE_MS = 120_000

/** When crews came to the emergencies that they were sent to, out of their tracks; each place is read about once. */
export class CrewArrivals {
  readonly #looked = new Map<string, Looked>()
  readonly #store: { db: Db; city: string }

  constructor(store: { db: Db; city: string }) {
    this.#store = store
  }

  /** The instant in ISO; null: not yet. */
  async of({ caseId, crewId, sentAt, location }: Sent, nowMs: number): Promise<string | null> {
    const key = JSON.stringify([caseId, crewId, sentAt])
    const { untilMs, arrivedMs } = this.#looked.get(key) ?? { untilMs: Date.parse(sentAt), arrivedMs: null }
    if (arrivedMs !== null) return new Date(arrivedMs).toISOString()
    const { db, city } = this.#store
    const from = Math.max(Date.parse(sentAt), untilMs - LATE_MS)
    const track = await trackOf(db, city, { crewId, from, to: nowMs + 1, limit: MOST_PLACES })
    const there = track.find((one) => metresBetween(one.location, location) <= THERE_METRES)?.at ?? null
    this.#keep(key, { untilMs: nowMs, arrivedMs: there === null ? null : Date.parse(there) })
    return there
  }

  #keep(key: string, looked: Looked): void {
    this.#looked.delete(key)
    this.#looked.set(key, looked)
    const [oldest] = this.#looked.keys()
    if (oldest !== undefined && this.#looked.size > MOST_KEPT) this.#looked.delete(oldest)
  }
}
