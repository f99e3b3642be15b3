import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { type Case, isOpen } from '../contract/case.ts'
import { type DeskCase, deskCaseOf } from '../contract/desk-case.ts'
import type { LiveCase } from '../contract/live.ts'
import type { LogRow } from '../contract/log.ts'
import type { Scope } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import { liveCaseOf } from '../live/live-row.ts'

const zipped = promisify(gzip)

/** 50,000 cases are 60 MB of text: the quickest packing takes them to 3 MB in 0.2 s, and is not waited for in this thread. */
const LEVEL = 1
/** So long one answer is handed to all who may see the same: after a restart every desk asks within a second. The stream brings what came since. */
const SHARED_MS = 1_000
const COMMA = Buffer.from(',')
const END = Buffer.from(']}')

/** An answer as bytes, and packed when somebody takes it packed. */
export interface DeskAnswer {
  plain: Buffer<ArrayBuffer>
  zipped(): Promise<Buffer<ArrayBuffer>>
}

interface Kept {
  of: DeskCase
  /** As it stands in an answer: written once for each state, so that 50,000 are put together in 60 ms. */
  bytes: Buffer
}

const keptOf = (live: LiveCase): Kept => {
  const of = deskCaseOf(live)
  return { of, bytes: Buffer.from(JSON.stringify(of)) }
}

/** Every open case of the city as the desk has it, following the log: a desk that opens reads no table. */
export class OpenDesk {
  /** Last row of the log that is in it. */
  seq = 0
  readonly #cases = new Map<string, Kept>()
  readonly #answers = new Map<string, { until: number; seq: number; answer: DeskAnswer }>()
  readonly #now: () => Date

  constructor(now: () => Date) {
    this.#now = now
  }

  load({ seq, cases }: { seq: number; cases: readonly LiveCase[] }): void {
    for (const one of cases) this.#cases.set(one.id, keptOf(one))
    this.seq = seq
  }

  /** Rows that it has are passed over: what it was read from may be ahead of where the log is followed from. */
  apply(rows: readonly LogRow[]): void {
    for (const { seq, entity, entityId, after } of rows) {
      if (seq <= this.seq) continue
      this.seq = seq
      if (entity !== 'case') continue
      const state = after as Case | null
      if (state && isOpen(state)) this.#cases.set(entityId, keptOf(liveCaseOf(state)))
      else this.#cases.delete(entityId)
    }
  }

  /** Every one, in no order; each the same object for as long as it stands as it is. */
  *all(): Iterable<DeskCase> {
    for (const { of } of this.#cases.values()) yield of
  }

  /** How many open cases each crew has; one with none is absent. */
  loads(): Map<string, number> {
    const loads = new Map<string, number>()
    for (const { of } of this.#cases.values())
      if (of.crewId !== null) loads.set(of.crewId, (loads.get(of.crewId) ?? 0) + 1)
    return loads
  }

  /** All open cases within a scope; undefined: of the whole city. `seq`: at least so far along the log. */
  answerFor(scope: Scope | undefined, seq = 0): DeskAnswer {
    const now = performance.now()
    const key = JSON.stringify(scope ?? null)
    const kept = this.#answers.get(key)
    if (kept && kept.until > now && kept.seq >= seq) return kept.answer
    for (const [old, { until }] of this.#answers) if (until <= now) this.#answers.delete(old)
    const answer = packable(this.#write(scope))
    this.#answers.set(key, { until: now + SHARED_MS, seq: this.seq, answer })
    return answer
  }

  #write(scope: Scope | undefined): Buffer<ArrayBuffer> {
    const head = JSON.stringify({ seq: this.seq, at: this.#now().toISOString() }).slice(0, -1)
    const parts: Buffer[] = [Buffer.from(`${head},"cases":[`)]
    for (const { of, bytes } of this.#cases.values()) {
      if (scope && !isInScope(scope, of)) continue
      if (parts.length > 1) parts.push(COMMA)
      parts.push(bytes)
    }
    parts.push(END)
    return Buffer.concat(parts)
  }
}

function packable(plain: Buffer<ArrayBuffer>): DeskAnswer {
  let packing: Promise<Buffer<ArrayBuffer>> | undefined
  return { plain, zipped: () => (packing ??= zipped(plain, { level: LEVEL }) as Promise<Buffer<ArrayBuffer>>) }
}
