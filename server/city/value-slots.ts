import type { TileScratch } from './tile-scratch.ts'

/** Numbers below this have a place in a table. */
const SMALL = 4096

/** The values of one source-layer in the order of their numbers there, each once. */
export class ValueSlots {
  #values: (Uint8Array | number)[] = []
  readonly #slotOf = new Map<Uint8Array | number, number>()
  readonly #slotOfSmall = new Uint16Array(SMALL)
  /** In which source-layer that slot was given. */
  readonly #givenIn = new Uint32Array(SMALL)
  #layer = 0

  clear(): void {
    this.#values = []
    this.#slotOf.clear()
    this.#layer++
  }

  /** Of ready bytes: the same array is the same value. Or of a whole number from 0, below 2³². */
  of(value: Uint8Array | number): number {
    if (typeof value !== 'number' || value >= SMALL) {
      const known = this.#slotOf.get(value)
      if (known !== undefined) return known
      this.#slotOf.set(value, this.#values.length)
    } else {
      if (this.#givenIn[value] === this.#layer) return this.#slotOfSmall[value] as number
      this.#givenIn[value] = this.#layer
      this.#slotOfSmall[value] = this.#values.length
    }
    return this.#values.push(value) - 1
  }

  write(scratch: TileScratch): void {
    for (const value of this.#values)
      if (typeof value === 'number') writeNumber(scratch, value)
      else scratch.raw(value)
  }
}

/** As mvtValue has it: `22 length 28 varint`. */
function writeNumber(scratch: TileScratch, value: number): void {
  scratch.reserve(8)
  scratch.bytes[scratch.at++] = 0x22
  const length = scratch.at++
  scratch.bytes[scratch.at++] = 0x28
  scratch.varint(value)
  scratch.bytes[length] = scratch.at - length - 1
}
