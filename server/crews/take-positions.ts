import type { CrewPosition } from '../contract/crew.ts'
import { CityFences } from '../geofences/city-fences.ts'
import { type Moved, takeCrossings } from '../geofences/take-crossings.ts'
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
  moved: Moved
  done: () => void
  failed: (error: unknown) => void
}

/** Takes the places of crews: only of one on duty (nobody is followed home), and resolves when they are on disk. */
export class PositionIntake {
  readonly #needs: { area: string; store: Pick<Store, 'db' | 'transaction'>; now: () => Date; places: CrewPlaces }
  readonly #fences = new CityFences()
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
    const taken = positions.filter(({ at }) => Date.parse(at) >= since)
    if (taken.length) await this.#gather({ crew: seen.crew, positions: taken })
  }

  #gather(moved: Moved): Promise<void> {
    if (this.#waiting.length === 0) setTimeout(() => void this.#write(), GATHER_MS)
    return new Promise((done, failed) => this.#waiting.push({ moved, done, failed }))
  }

  async #write(): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    const moved = waiting.map((one) => one.moved)
    const placed = moved.flatMap(({ crew, positions }) =>
      positions.map((position): PlacedCrew => ({ crewId: crew.id, position })),
    )
    const { area, store, places, now } = this.#needs
    try {
      await store.transaction(area, async (tx) => {
        await keepPositions(tx, placed)
        await takeCrossings(tx, moved, this.#fences, now().toISOString())
      })
      places.take(placed)
      for (const { done } of waiting) done()
    } catch (error) {
      for (const { failed } of waiting) failed(error)
    }
  }
}
