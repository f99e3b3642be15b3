/** More digits than a number holds are a code, and codes are found otherwise. */
const numberOf = (digits: string): number => Math.min(Number(digits), Number.MAX_SAFE_INTEGER)

/** The numbers that stand in names, each sequence of them once: 317 and 12. */
export class NumberTable {
  private readonly rows = new Map<string, number>()
  private readonly texts: string[] = []
  /** Every number once: a city says the same thousand numbers a million times. */
  private values = new Float64Array()
  /** All numbers of all rows one after the other, as places in `values`; those of a row begin at its start. */
  private cells = new Uint32Array()
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
    const places = new Map<number, number>()
    const cells: number[] = []
    this.starts = new Uint32Array(this.texts.length + 1)
    for (const [row, text] of this.texts.entries()) {
      for (const digits of text ? text.split(' ') : []) {
        const value = numberOf(digits)
        const place = places.get(value) ?? places.size
        places.set(value, place)
        cells.push(place)
      }
      this.starts[row + 1] = cells.length
    }
    this.values = Float64Array.from(places.keys())
    this.cells = Uint32Array.from(cells)
    this.rows.clear()
    return this
  }

  /** For each row 2 when it has every number, 1 when it has some only as a beginning, 0 when one is missing; undefined when all are 0. */
  fits(numbers: readonly string[]): Uint8Array | undefined {
    const wanted = numbers.map(numberOf).map((number) => Uint8Array.from(this.values, (value) => fitOf(value, number)))
    const fits = new Uint8Array(this.texts.length)
    let some = false
    for (let row = 0; row < fits.length; row++) {
      let worst = 2
      for (const fitOfValue of wanted) worst = Math.min(worst, this.best(row, fitOfValue))
      fits[row] = worst
      some ||= worst > 0
    }
    return some ? fits : undefined
  }

  private best(row: number, fitOfValue: Uint8Array): number {
    let best = 0
    const end = this.starts[row + 1] ?? 0
    for (let at = this.starts[row] ?? 0; at < end; at++) {
      const fit = fitOfValue[this.cells[at] ?? 0] ?? 0
      if (fit > best) best = fit
    }
    return best
  }

  /** Sorts names of one shape as people count: 2 before 10. */
  inOrder(row: number, other: number): number {
    const from = this.starts[row] ?? 0
    const offset = (this.starts[other] ?? 0) - from
    for (let at = from; at < (this.starts[row + 1] ?? 0); at++) {
      const difference = this.valueAt(at) - this.valueAt(at + offset)
      if (difference !== 0) return difference
    }
    return 0
  }

  private valueAt(at: number): number {
    return this.values[this.cells[at] ?? 0] ?? 0
  }
}

/** 2 is the number itself, 1 begins with its digits. */
function fitOf(value: number, wanted: number): number {
  if (value === wanted) return 2
  let begun = value
  while (begun > wanted) begun = Math.floor(begun / 10)
  return begun === wanted && wanted > 0 ? 1 : 0
}
