/** More digits than a number holds are a code, and codes are found otherwise. */
const numberOf = (digits: string): number => Math.min(Number(digits), Number.MAX_SAFE_INTEGER)

/** The numbers that stand in names, each sequence of them once: 317 and 12. */
export class NumberTable {
  private readonly rows = new Map<string, number>()
  private readonly texts: string[] = []
  /** All numbers of all rows one after the other; those of a row begin at its start. */
  private values = new Float64Array()
  private starts = new Uint32Array(1)

  rowOf(numbers: string[]): number {
    const text = numbers.join(' ')
    const known = this.rows.get(text)
    if (known !== undefined) return known
    this.rows.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  /** Makes it ready to be asked; no rows come after. */
  close(): this {
    const values: number[] = []
    this.starts = new Uint32Array(this.texts.length + 1)
    for (const [row, text] of this.texts.entries()) {
      if (text) values.push(...text.split(' ').map(numberOf))
      this.starts[row + 1] = values.length
    }
    this.values = Float64Array.from(values)
    this.rows.clear()
    return this
  }

  /** For each row 2 when it has every number, 1 when it has some only as a beginning, 0 when one is missing; undefined when all are 0. */
  fits(numbers: readonly string[]): Uint8Array | undefined {
    const wanted = numbers.map(numberOf)
    const fits = new Uint8Array(this.texts.length)
    let some = false
    for (let row = 0; row < fits.length; row++) {
      let worst = 2
      for (const number of wanted) worst = Math.min(worst, this.fit(row, number))
      fits[row] = worst
      some ||= worst > 0
    }
    return some ? fits : undefined
  }

  private fit(row: number, wanted: number): number {
    let best = 0
    for (let at = this.starts[row] ?? 0; at < (this.starts[row + 1] ?? 0); at++) {
      let value = this.values[at] ?? 0
      if (value === wanted) return 2
      while (value > wanted) value = Math.floor(value / 10)
      if (value === wanted && wanted > 0) best = 1
    }
    return best
  }

  /** Sorts names of one shape as people count: 2 before 10. */
  inOrder(row: number, other: number): number {
    const from = this.starts[row] ?? 0
    const offset = (this.starts[other] ?? 0) - from
    for (let at = from; at < (this.starts[row + 1] ?? 0); at++) {
      const difference = (this.values[at] ?? 0) - (this.values[at + offset] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }
}
