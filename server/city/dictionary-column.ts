/** One attribute of many things: each different value once, and a small index per row. */
export interface DictionaryColumn {
  readonly index: Uint8Array | Uint16Array | Uint32Array
  readonly values: readonly unknown[]
  /** Each value as it stands in GeoJSON, made when first asked for. */
  readonly json: (string | undefined)[]
}

/** Fills a column row by row. Values are compared as keys of a Map: 1 and '1' are two. */
export class ColumnBuilder {
  readonly #slots = new Map<unknown, number>()
  readonly #values: unknown[] = []
  readonly #index: Uint32Array
  #row = 0

  constructor(count: number) {
    this.#index = new Uint32Array(count)
  }

  slotOf(value: unknown): number {
    const known = this.#slots.get(value)
    if (known !== undefined) return known
    const slot = this.#values.length
    this.#slots.set(value, slot)
    this.#values.push(value)
    return slot
  }

  push(slot: number): void {
    this.#index[this.#row++] = slot
  }

  finish(): DictionaryColumn {
    const size = this.#values.length
    const index =
      size <= 0x100 ? new Uint8Array(this.#index) : size <= 0x10000 ? new Uint16Array(this.#index) : this.#index
    return { index, values: this.#values, json: [] }
  }
}

/** The rows of several columns in a new order; values that no row has any more are left behind. */
export function mergeColumns(parts: DictionaryColumn[], part: Uint16Array, row: Uint32Array): DictionaryColumn {
  const builder = new ColumnBuilder(row.length)
  const slots = parts.map(({ values }) => new Int32Array(values.length).fill(-1))
  for (let at = 0; at < row.length; at++) {
    const from = part[at] as number
    const { index, values } = parts[from] as DictionaryColumn
    const old = index[row[at] as number] as number
    const known = slots[from] as Int32Array
    let slot = known[old] as number
    if (slot < 0) {
      slot = builder.slotOf(values[old])
      known[old] = slot
    }
    builder.push(slot)
  }
  return builder.finish()
}
