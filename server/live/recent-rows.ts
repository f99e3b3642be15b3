import type { LiveRow } from './live-row.ts'

/** The last rows of the log, written already for whoever comes back after a short while. */
export class RecentRows {
  #rows: LiveRow[] = []
  /** Rows behind this one are here, without a hole but for what no topic is about. */
  #from = 0
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  /** Nothing before `seq` is here. */
  beginAt(seq: number): void {
    this.#rows = []
    this.#from = seq
  }

  add(rows: readonly LiveRow[]): void {
    this.#rows.push(...rows)
    // Cut seldom: an array is cut by copying it.
    if (this.#rows.length < this.#most * 2) return
    const cut = this.#rows.length - this.#most
    this.#from = this.#rows[cut - 1]?.seq ?? this.#from
    this.#rows = this.#rows.slice(cut)
  }

  /** The rows behind `seq`, oldest first; undefined when some of them are no longer here. */
  since(seq: number): LiveRow[] | undefined {
    if (seq < this.#from) return undefined
    let low = 0
    let high = this.#rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#rows[middle]?.seq ?? 0) > seq) high = middle
      else low = middle + 1
    }
    return this.#rows.slice(low)
  }
}
