import type { CrewPosition } from '../contract/crew.ts'
import type { Store } from '../store/store.ts'
import type { CrewPlaces } from './crew-places.ts'
import { CrewRefused } from './crew-refused.ts'
import { crewById } from './crew-store.ts'
import { keepPositions, type PlacedCrew } from './position-store.ts'

// A phone's clock may be off by so much; beyond it a place would stay the newest for that long.
const AHEAD_MS = 120_000
/** So long places gather for one commit: a disk takes a few hundred a second, and 200 crews send one each few seconds. */
const GATHER_MS = 100

interface Waiting {
  placed: PlacedCrew[]
  done: () => void
  failed: (error: unknown) => void
}

/** Takes the places of crews: only of one on duty (nobody is followed home), and resolves when they are on disk. */
export class PositionIntake {
  readonly #needs: { area: string; store: Pick<Store, 'db' | 'transaction'>; now: () => Date; places: CrewPlaces }
  #waiting: Waiting[] = []

  constructor(needs: { area: string; store: Pick<Store, 'db' | 'transaction'>; now: () => Date; places: CrewPlaces }) {
    this.#needs = needs
  }

  /** Throws CrewRefused for a crew that is not there or off duty, and for a place from the future. */
  async take(crewId: string, positions: readonly CrewPosition[]): Promise<void> {
    const { area, store, now } = this.#needs
    const seen = await crewById(store.db, area, crewId)
    if (!seen) throw new CrewRefused('absent', 'unknown-crew', `There is no crew "${crewId}".`)
    if (!seen.crew.onDuty)
      throw new CrewRefused('conflict', 'off-duty', `${seen.crew.name} is off duty: its places are not taken.`)
    const latest = now().getTime() + AHEAD_MS
    const since = Date.parse(seen.crew.dutySince)
    if (positions.some(({ at }) => Date.parse(at) > latest))
      throw new CrewRefused('bad', 'from-the-future', 'A place is later than now: set the clock of the phone.')
    // What a phone kept from before the duty began is not the bureau's.
    const placed = positions.filter(({ at }) => Date.parse(at) >= since).map((position) => ({ crewId, position }))
    if (placed.length) await this.#gather(placed)
  }

  #gather(placed: PlacedCrew[]): Promise<void> {
    if (this.#waiting.length === 0) setTimeout(() => void this.#write(), GATHER_MS)
    return new Promise((done, failed) => this.#waiting.push({ placed, done, failed }))
  }

  async #write(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    const placed = waiting.flatMap((one) => one.placed)
    const { area, store, places } = this.#needs
    try {
      await store.transaction(area, (tx) => keepPositions(tx, placed))
      places.take(placed)
      for (const { done } of waiting) done()
    } catch (error) {
      for (const { failed } of waiting) failed(error)
    }
  }
}
