import { ReadyTexts } from './ready-texts.ts'

/** The different values of an attribute in a layer, each once: rows carry their slots. Grows only, so that every segment, a fork of the
 *  layer and a merge beside the event loop all mean the same by a slot. */
export class Dictionary {
  readonly values: unknown[] = []
  /** Each value as it stands in GeoJSON, by slot. */
  readonly json = new ReadyTexts()
  readonly #slots = new Map<unknown, number>()

  /** Values are compared as keys of a Map: 1 and '1' are two. */
  slotOf(value: unknown): number {
    const known = this.#slots.get(value)
    if (known !== undefined) return known
    const slot = this.values.length
    this.#slots.set(value, slot)
    this.values.push(value)
    return slot
  }
}

/** Slots of rows. */
export type Slots = Uint8Array | Uint16Array | Uint32Array

/** Slots in as few bytes as they need. */
export function narrow(slots: Uint32Array): Slots {
  let most = 0
  for (let row = 0; row < slots.length; row++) most = Math.max(most, slots[row] as number)
  return most < 0x100 ? sharedOf(Uint8Array, slots) : most < 0x10000 ? sharedOf(Uint16Array, slots) : slots
}

function sharedOf<A extends Uint8Array | Uint16Array>(
  kind: { new (buffer: SharedArrayBuffer): A; BYTES_PER_ELEMENT: number },
  slots: Uint32Array,
): A {
  const array = new kind(new SharedArrayBuffer(slots.length * kind.BYTES_PER_ELEMENT))
  array.set(slots)
  return array
}
