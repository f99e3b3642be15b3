import type { Crew } from '../contract/crew.ts'
import type { LngLat } from '../contract/geo.ts'
import type { CrewPlaces } from '../crews/crew-places.ts'
import { allCrews } from '../crews/crew-store.ts'
import type { Db } from '../store/schema.ts'
import { HANDS_OFF_MS } from './case-watch.ts'
import type { SimCrew } from './simulated.ts'
import type { Streets } from './streets.ts'

export interface CrewWatchNeeds {
  places: Pick<CrewPlaces, 'of'>
  streets: Pick<Streets, 'places' | 'nearest'>
  /** Where each begins that nobody has told a place of. */
  bases: ReadonlyMap<string, LngLat>
}

/** The demo's crews, each with where it is driven; one that somebody takes over by hand is left to them. */
export class CrewWatch {
  readonly #crews = new Map<string, SimCrew>()
  readonly #needs: CrewWatchNeeds
  #begun = false

  constructor(needs: CrewWatchNeeds) {
    this.#needs = needs
  }

  all(): SimCrew[] {
    return [...this.#crews.values()]
  }

  async look(db: Db, city: string, nowMs: number): Promise<void> {
    const standing = (await allCrews(db, city)).filter(({ crew }) => crew.demo && crew.endedAt === null)
    const ids = new Set(standing.map(({ crew }) => crew.id))
    for (const id of this.#crews.keys()) if (!ids.has(id)) this.#crews.delete(id)
    for (const { crew, seq } of standing) {
      const known = this.#crews.get(crew.id)
      if (!known) this.#crews.set(crew.id, this.#begin(crew, seq, nowMs))
      else if (known.seq !== seq || this.#isToldByOthers(known))
        this.#crews.set(crew.id, { ...known, crew, seq, heldUntilMs: nowMs + HANDS_OFF_MS, toldMs: nowMs })
    }
    this.#begun = true
  }

  #begin(crew: Crew, seq: number, nowMs: number): SimCrew {
    const { places, streets, bases } = this.#needs
    const last = places.of(crew.id)
    const base = bases.get(crew.id) ?? last?.location ?? streets.places[0] ?? [0, 0]
    const place = streets.nearest(last?.location ?? base, crew) ?? base
    return {
      ...{ crew, seq, base, place, way: [], goal: 'patrol', arrivedMs: null, restUntilMs: 0 },
      toldMs: last ? Date.parse(last.at) : 0,
      heldUntilMs: this.#begun ? nowMs + HANDS_OFF_MS : 0,
    }
  }

  /** A phone in the crew's name tells where it is. */
  #isToldByOthers({ crew, toldMs }: SimCrew): boolean {
    const last = this.#needs.places.of(crew.id)
    return last !== undefined && Date.parse(last.at) > toldMs
  }

  /** As it was driven, or as the simulator put it on duty. */
  took(one: SimCrew): void {
    this.#crews.set(one.crew.id, one)
  }
}
