import { hashOfRun, sameRun, viewOf } from './byte-runs.ts'

type Make = (view: DataView, from: number, to: number) => number

/** Numbers of byte runs, each asked for once: what a thousand rows have in common is decoded for one of them. */
export class ByteMemo {
  readonly #make: Make
  /** Entry + 1, or 0 where free; at most half full. */
  #slots = new Uint32Array(64)
  readonly #numbers: number[] = []
  /** Where each entry's bytes begin; one more at the end. */
  readonly #starts: number[] = [0]
  #bytes = new Uint8Array(1024)
  #view = viewOf(this.#bytes)

  constructor(make: Make) {
    this.#make = make
  }

  numberOf(view: DataView, from: number, to: number): number {
    const slot = this.#slotOf(view, from, to)
    const entry = (this.#slots[slot] as number) - 1
    return entry >= 0 ? (this.#numbers[entry] as number) : this.#add(slot, view, from, to)
  }

  /** The slot that has these bytes, or the free one where they belong. */
  #slotOf(view: DataView, from: number, to: number): number {
    const slots = this.#slots
    const starts = this.#starts
    const own = this.#view
    const mask = slots.length - 1
    let slot = hashOfRun(view, from, to) & mask
    for (let entry = slots[slot] as number; entry !== 0; entry = slots[slot] as number) {
      const start = starts[entry - 1] as number
      const end = starts[entry] as number
      if (end - start === to - from && sameRun(own, start, end, view, from)) break
      slot = (slot + 1) & mask
    }
    return slot
  }

  #add(slot: number, view: DataView, from: number, to: number): number {
    const number = this.#make(view, from, to)
    const start = this.#starts.at(-1) as number
    const end = start + to - from
    if (end > this.#bytes.length) {
      const grown = new Uint8Array(2 * end)
      grown.set(this.#bytes)
      this.#bytes = grown
      this.#view = viewOf(grown)
    }
    this.#bytes.set(new Uint8Array(view.buffer, view.byteOffset + from, to - from), start)
    this.#starts.push(end)
    this.#slots[slot] = this.#numbers.push(number)
    if (this.#numbers.length * 2 > this.#slots.length) this.#grow()
    return number
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 4)
    for (let entry = 0; entry < this.#numbers.length; entry++) {
      const slot = this.#slotOf(this.#view, this.#starts[entry] as number, this.#starts[entry + 1] as number)
      this.#slots[slot] = entry + 1
    }
  }
}
