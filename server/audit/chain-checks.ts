import type { ChainCheck } from '../contract/audit.ts'
import type { Store } from '../store/store.ts'

export interface ChainNeeds {
  area: string
  store: Pick<Store, 'head' | 'verify'>
  now: () => Date
}

/** Looks through the chain of the log, beside all requests and one look at a time: whoever asks meanwhile is told how far it is. */
export class ChainChecks {
  readonly #needs: ChainNeeds
  #last: { check: ChainCheck; ended: Promise<void> } | undefined

  constructor(needs: ChainNeeds) {
    this.#needs = needs
  }

  /** The look that runs, or one that began at `since` (ISO) or later; else a new one. A short one is waited for: `waitMs`. Rejects when the
   *  store cannot be read. */
  async look(since: string | undefined, waitMs: number): Promise<ChainCheck> {
    const known = this.#last
    const isKnown =
      known && (known.check.state === 'running' || (since !== undefined && known.check.startedAt >= since))
    const { check, ended } = isKnown ? known : await this.#begin()
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, waitMs).unref())])
    return { ...check }
  }

  async #begin(): Promise<{ check: ChainCheck; ended: Promise<void> }> {
    const { area, store, now } = this.#needs
    const check: ChainCheck = {
      ...{ state: 'running', startedAt: now().toISOString(), endedAt: null, checked: 0, total: 0 },
      ...{ brokenSeq: null, why: null, hash: null },
    }
    const ended = this.#run(check)
    this.#last = { check, ended }
    // Nobody may be waiting any more when it fails; who is hears it.
    ended.catch(() => {
      this.#last = undefined
    })
    check.total = (await store.head(area)).seq
    return { check, ended }
  }

  async #run(check: ChainCheck): Promise<void> {
    const { area, store, now } = this.#needs
    const verdict = await store.verify(area, (rows) => {
      check.checked = rows
    })
    check.checked = verdict.rows
    check.total = Math.max(check.total, verdict.rows)
    if (verdict.ok) check.hash = verdict.hash
    else {
      check.brokenSeq = verdict.seq
      check.why = verdict.why
    }
    check.endedAt = now().toISOString()
    check.state = 'done'
  }
}
