import type { GridGround, Stretches } from '../insight/coverage/grid-ground.ts'
import type { Part } from '../insight/coverage/street-map.ts'

/** Where each part of a street runs through the town: reckoned when it is first asked for, as a draft asks for few of them. */
export class TownStretches {
  readonly #ground: GridGround
  readonly #parts: readonly Part[]
  readonly #known: Stretches[] = []

  constructor(ground: GridGround, parts: readonly Part[]) {
    this.#ground = ground
    this.#parts = parts
  }

  of(part: Part): Stretches {
    const known = this.#known[part.index] ?? this.#ground.stretchesOf(part)
    this.#known[part.index] = known
    return known
  }

  /** By part, a part a step. */
  *all(): Generator<void, readonly Stretches[]> {
    for (const part of this.#parts) {
      this.of(part)
      yield
    }
    return this.#known
  }
}
