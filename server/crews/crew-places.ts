import type { Crew, CrewPosition } from '../contract/crew.ts'
import type { Db } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { allCrews } from './crew-store.ts'
import { lastPositions, type PlacedCrew, positionsAfter } from './position-store.ts'

// A place that another node took is looked for among those of the last minutes, for clocks of phones differ.
const LOOK_BACK_MS = 120_000
// Two seconds of the five that a place may take to a screen (D15).
const LOOK_EVERY_MS = 2_000

/** What of a crew decides who may hear of it. */
type ScopedCrew = Pick<Crew, 'id' | 'areas' | 'contractor'>

/** The last place of each crew, as this node knows it. */
export class CrewPlaces {
  readonly #last = new Map<string, CrewPosition>()
  readonly #crews = new Map<string, ScopedCrew>()
  readonly #onMove: (placed: PlacedCrew, crew: ScopedCrew) => void

  constructor(onMove: (placed: PlacedCrew, crew: ScopedCrew) => void) {
    this.#onMove = onMove
  }

  of(crewId: string): CrewPosition | undefined {
    return this.#last.get(crewId)
  }

  async load(db: Db, city: string): Promise<void> {
    for (const { crew } of await allCrews(db, city)) this.know(crew)
    for (const { crewId, position } of await lastPositions(db, city)) this.#last.set(crewId, position)
  }

  /** Whose crew it is: who may hear of its places depends on it. */
  know({ id, areas, contractor }: ScopedCrew): void {
    this.#crews.set(id, { id, areas, contractor })
  }

  /** Takes places in; of each crew only what is newer than what is known moves it. */
  take(placed: readonly PlacedCrew[]): void {
    for (const one of placed) {
      const known = this.#last.get(one.crewId)
      if (known && Date.parse(known.at) >= Date.parse(one.position.at)) continue
      this.#last.set(one.crewId, one.position)
      const crew = this.#crews.get(one.crewId)
      if (crew) this.#onMove(one, crew)
    }
  }

  /** What other nodes on the same database took. */
  async look(db: Db, city: string, now: Date): Promise<void> {
    this.take(await positionsAfter(db, city, now.getTime() - LOOK_BACK_MS))
  }

  /** Looks again and again, where other nodes write to the same store; returns what ends it. */
  lookElsewhere(
    { engine, db }: Pick<Store, 'engine' | 'db'>,
    { area, now, onFault }: { area: string; now: () => Date; onFault: (error: unknown) => void },
  ): () => void {
    if (engine === 'sqlite') return () => undefined
    const timer = setInterval(() => void this.look(db, area, now()).catch(onFault), LOOK_EVERY_MS).unref()
    return () => clearInterval(timer)
  }
}
