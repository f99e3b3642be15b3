import { setTimeout } from 'node:timers/promises'
import type { LiveLimits } from './live-limits.ts'
import type { Outlet } from './outlet.ts'

/** Why a stream was ended from here. */
export type Ending = 'slow' | 'session' | 'old' | 'fault' | 'stop'

/** One screen that listens, from its request until its connection is gone. */
export class Stream {
  readonly outlet: Outlet
  readonly #limits: LiveLimits
  readonly #openedAt = performance.now()
  #fullSince: number | undefined
  #closed = false
  /** Out of its room; set once it is in one. */
  leave: (() => void) | undefined
  /** Under which it came; undefined for a guest. */
  readonly session: string | undefined

  constructor(outlet: Outlet, limits: LiveLimits, session: string | undefined) {
    this.outlet = outlet
    this.#limits = limits
    this.session = session
  }

  get closed(): boolean {
    return this.#closed
  }

  close(): void {
    this.#closed = true
    this.leave?.()
    this.leave = undefined
  }

  /** Whether it should end now; called every second or so. */
  faultNow(now = performance.now()): Ending | undefined {
    const { pendingBytes, slowMs, longestMs } = this.#limits
    if (this.outlet.pending <= pendingBytes) this.#fullSince = undefined
    else this.#fullSince ??= now
    if (this.#fullSince !== undefined && now - this.#fullSince >= slowMs) return 'slow'
    return now - this.#openedAt >= longestMs ? 'old' : undefined
  }

  /** Resolves when there is room for more, or it is closed. */
  async hasRoom(): Promise<void> {
    while (!this.#closed && this.outlet.pending > this.#limits.pendingBytes) await setTimeout(20)
  }
}
