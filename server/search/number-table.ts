import { type Haystack, HaystackMaker, scan } from './haystack.ts'

/** Names of one shape are sorted by this many of their numbers. */
const SORTED_BY = 2
const NONE: Haystack = { text: '\n', starts: new Uint32Array() }

/** The numbers that stand in names, each set of them once: `317 12`. */
export class NumberTable {
  private readonly rows = new Map<string, number>()
  private readonly texts: string[] = []
  private stack: Haystack = NONE
  private values = new Float64Array()

  rowOf(numbers: string[]): number {
    const text = numbers.join(' ')
    const known = this.rows.get(text)
    if (known !== undefined) return known
    this.rows.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }

  /** Makes it ready to be asked; no rows come after. */
  close(): this {
    const maker = new HaystackMaker()
    this.values = new Float64Array(this.texts.length * SORTED_BY)
    for (const [row, text] of this.texts.entries()) {
      maker.add(` ${text} `)
      for (const [at, number] of text.split(' ').slice(0, SORTED_BY).entries()) {
        this.values[row * SORTED_BY + at] = Number(number)
      }
    }
    this.stack = maker.make()
    this.rows.clear()
    return this
  }

  /** For each row 2 when it has every number, 1 when it has some only as a beginning, 0 when one is missing; undefined when all are 0. */
  fits(numbers: readonly string[]): Uint8Array | undefined {
    const fits = new Uint8Array(this.texts.length).fill(2)
    for (const number of numbers) {
      const own = new Uint8Array(this.texts.length)
      scan(this.stack, ` ${number}`, (row) => {
        own[row] = 1
        return true
      })
      scan(this.stack, ` ${number} `, (row) => {
        own[row] = 2
        return true
      })
      for (let row = 0; row < fits.length; row++) fits[row] = Math.min(fits[row] ?? 0, own[row] ?? 0)
    }
    return fits.some((fit) => fit > 0) ? fits : undefined
  }

  /** Sorts names of one shape as people count: 2 before 10. */
  inOrder(row: number, other: number): number {
    for (let at = 0; at < SORTED_BY; at++) {
      const difference = (this.values[row * SORTED_BY + at] ?? 0) - (this.values[other * SORTED_BY + at] ?? 0)
      if (difference !== 0) return difference
    }
    return 0
  }
}
