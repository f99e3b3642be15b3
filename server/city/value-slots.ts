import { mvtValue } from './mvt-value.ts'

/** Numbers below this have a place in a table. */
const SMALL = 4096

/** Of small numbers, made when first asked for: most counts are small, and the same in many tiles. */
const NUMBER_VALUES: Uint8Array[] = []

/** The values of one source-layer in the order of their numbers there, each once. */
export class ValueSlots {
  /** As they stand in the source-layer. */
  values: Uint8Array[] = []
  readonly #slotOf = new Map<Uint8Array | number, number>()
  readonly #slotOfSmall = new Uint16Array(SMALL)
  /** In which source-layer that slot was given. */
  readonly #givenIn = new Uint32Array(SMALL)
  #layer = 0

  clear(): void {
    this.values = []
    this.#slotOf.clear()
    this.#layer++
  }

  /** Of ready bytes: the same array is the same value. */
  of(value: Uint8Array): number {
    return this.#slotOf.get(value) ?? this.#give(value, value)
  }

  /** Of a whole number from 0. */
  ofNumber(value: number): number {
    if (value >= SMALL) return this.#slotOf.get(value) ?? this.#give(value, mvtValue(value))
    if (this.#givenIn[value] === this.#layer) return this.#slotOfSmall[value] as number
    this.#givenIn[value] = this.#layer
    this.#slotOfSmall[value] = this.values.length
    NUMBER_VALUES[value] ??= mvtValue(value)
    return this.values.push(NUMBER_VALUES[value]) - 1
  }

  #give(key: Uint8Array | number, value: Uint8Array): number {
    this.#slotOf.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}
