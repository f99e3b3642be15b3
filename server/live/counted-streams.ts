import type { LiveLimits } from './live-limits.ts'

/** There are as many streams as there may be: of this one, or in all. */
export class TooManyStreams extends Error {
  readonly of: 'one' | 'all'
  constructor(of: 'one' | 'all') {
    super(`too many streams of ${of}`)
    this.of = of
  }
}

/** Who listens: somebody in a session, else a guest at an address. */
export type Listener = { session: string } | { address: string }

/** Counts streams from the request on, so that a thousand requests at once are not all let in. */
export class CountedStreams {
  readonly #limits: Pick<LiveLimits, 'inAll' | 'perSession' | 'perAddress'>
  readonly #counts = new Map<string, number>()
  #all = 0

  constructor(limits: Pick<LiveLimits, 'inAll' | 'perSession' | 'perAddress'>) {
    this.#limits = limits
  }

  get all(): number {
    return this.#all
  }

  /** Answers how to give the place back; a second time changes nothing. Throws TooManyStreams. */
  take(listener: Listener): () => void {
    const [key, most] =
      'session' in listener
        ? [listener.session, this.#limits.perSession]
        : [`address:${listener.address}`, this.#limits.perAddress]
    const count = this.#counts.get(key) ?? 0
    if (count >= most) throw new TooManyStreams('one')
    if (this.#all >= this.#limits.inAll) throw new TooManyStreams('all')
    this.#counts.set(key, count + 1)
    this.#all++
    let taken = true
    return () => {
      if (!taken) return
      taken = false
      this.#all--
      const left = (this.#counts.get(key) ?? 1) - 1
      if (left > 0) this.#counts.set(key, left)
      else this.#counts.delete(key)
    }
  }
}
