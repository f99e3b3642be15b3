import type { RepeatMemory } from '../cases/place/repeat-memory.ts'
import type { RepeatSite } from '../contract/placement.ts'
import type { Scope } from '../contract/role.ts'
import type { WallFigures } from '../contract/wall.ts'
import { placeInTime } from '../contract/working-time.ts'

/** A new case changes a place in ninety days, which nobody waits for. */
const READ_EVERY_MS = 30_000
const MOST_SCOPES = 16
const SHOWN = 12
const DAYS = 90

/** `caseId`: the last that came there, whose class is that of all. */
export type RepeatPlace = Omit<WallFigures['repeats'][number], 'kind'> & { caseId: string }

interface Kept {
  sites: RepeatSite[]
  readAt: number
  reading: boolean
}

/** Where the same came again, as it was read last: figures that are asked for every second wait for it the first time only. */
export class KeptRepeats {
  readonly #memory: Pick<RepeatMemory, 'list'>
  readonly #kept = new Map<string, Kept>()

  constructor(memory: Pick<RepeatMemory, 'list'>) {
    this.#memory = memory
  }

  async figures(nowMs: number, scope: Scope | undefined): Promise<RepeatPlace[]> {
    const key = JSON.stringify(scope ?? null)
    const kept = this.#kept.get(key)
    if (!kept) {
      if (this.#kept.size >= MOST_SCOPES) this.#kept.delete(this.#kept.keys().next().value ?? '')
      const sites = await this.#memory.list(nowMs, undefined, scope)
      this.#kept.set(key, { sites, readAt: performance.now(), reading: false })
      return figuresOf(sites, nowMs)
    }
    if (!kept.reading && performance.now() - kept.readAt > READ_EVERY_MS) {
      kept.reading = true
      void this.#memory
        .list(nowMs, undefined, scope)
        .then((sites) => Object.assign(kept, { sites }))
        // What cannot be read now is read again in half a minute.
        .catch(() => undefined)
        .finally(() => Object.assign(kept, { readAt: performance.now(), reading: false }))
    }
    return figuresOf(kept.sites, nowMs)
  }
}

/** The most frequent, each with the days on which it came. */
function figuresOf(sites: readonly RepeatSite[], nowMs: number): RepeatPlace[] {
  const today = placeInTime(new Date(nowMs).toISOString()).day
  return sites.slice(0, SHOWN).map(({ code, location, level, cases }) => ({
    ...{
      caseId: cases.at(-1)?.id ?? '',
      place: cases.at(-1)?.address ?? '',
      class: code,
      location,
      count: cases.length,
      key: level === 'key',
    },
    days: [...new Set(cases.map(({ receivedAt }) => DAYS - 1 - (today - placeInTime(receivedAt).day)))].filter(
      (day) => day >= 0 && day < DAYS,
    ),
  }))
}
