import { random } from '../../data/cities/town/random.ts'
import { seenCases } from '../cases/case-store.ts'
import type { Case } from '../contract/case.ts'
import type { Db } from '../store/schema.ts'
import { openCaseSeqs } from './open-case-store.ts'
import type { SimCase } from './simulated.ts'

/** Whoever works on a case by hand has it to themselves for so long. */
export const HANDS_OFF_MS = 10 * 60_000
/** What lay open before goes on bit by bit, not all at once: within so many simulated minutes. */
const BACKLOG_MINUTES = 300

/** The open cases of the city, and who touched them: what the simulator did not write itself was done by hand. */
export class CaseWatch {
  readonly #open = new Map<string, SimCase>()
  /** Changed since they were last taken out, by anybody: their things follow. */
  #changed = new Map<string, Case>()
  #begun = false
  readonly #speed: number

  constructor(speed: number) {
    this.#speed = speed
  }

  open(): SimCase[] {
    return [...this.#open.values()]
  }

  async look(db: Db, city: string, nowMs: number): Promise<void> {
    const rows = await openCaseSeqs(db, city)
    const ids = new Set(rows.map(({ id }) => id))
    const gone = [...this.#open.keys()].filter((id) => !ids.has(id))
    const news = rows.filter(({ id, seq }) => this.#open.get(id)?.seq !== seq).map(({ id }) => id)
    const seen = await seenCases(db, city, [...gone, ...news])
    for (const id of gone) this.#open.delete(id)
    for (const [id, { state, seq }] of seen) {
      if (this.#begun) this.#changed.set(id, state)
      if (ids.has(id)) this.#open.set(id, { state, seq, ...this.#foundAt(state, nowMs) })
    }
    this.#begun = true
  }

  /** What is new and not the simulator's own is somebody's; at the start everything goes on. */
  #foundAt({ id, urgency }: Case, nowMs: number): Pick<SimCase, 'sinceMs' | 'heldUntilMs'> {
    if (this.#begun) return { sinceMs: nowMs, heldUntilMs: nowMs + HANDS_OFF_MS }
    const minutes = urgency === 'emergency' ? 0 : random(0, id).range(0, BACKLOG_MINUTES)
    return { sinceMs: nowMs + (minutes * 60_000) / this.#speed, heldUntilMs: 0 }
  }

  /** The simulator did this itself. */
  took({ state, seq }: { state: Case; seq: number }, nowMs: number): void {
    this.#open.set(state.id, { state, seq, sinceMs: nowMs, heldUntilMs: 0 })
    this.#changed.set(state.id, state)
  }

  /** Somebody else was faster. */
  letBe(id: string, nowMs: number): void {
    const known = this.#open.get(id)
    if (known) this.#open.set(id, { ...known, heldUntilMs: nowMs + HANDS_OFF_MS })
  }

  takeChanged(): Case[] {
    const changed = [...this.#changed.values()]
    this.#changed = new Map()
    return changed
  }
}
