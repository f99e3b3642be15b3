import { OVERREAD, type Utf8Writer } from './utf8-writer.ts'

/** Slots from here on are not kept ready: they would weigh more than they save. */
const MOST_READY = 65_536

/** Texts by slot as UTF-8, one after the other, made when first asked for: a slot takes its bytes and eight. */
export class ReadyTexts {
  #view = new DataView(new ArrayBuffer(0))
  #bytes = Buffer.alloc(0)
  #used = 0
  /** Where a slot's text begins and ends; ends before it begins while it is not made. */
  #from = new Uint32Array(0)
  #to = new Uint32Array(0)

  write(out: Utf8Writer, slot: number, make: (slot: number) => string): void {
    if (slot >= this.#from.length || (this.#to[slot] as number) < (this.#from[slot] as number)) {
      const text = make(slot)
      if (slot >= MOST_READY) {
        out.text(text)
        return
      }
      this.#keep(slot, Buffer.from(text))
    }
    out.copy(this.#view, this.#from[slot] as number, this.#to[slot] as number)
  }

  #keep(slot: number, text: Uint8Array): void {
    if (slot >= this.#from.length) {
      const length = Math.max(16, 2 ** Math.ceil(Math.log2(slot + 1)))
      const [from, to] = [new Uint32Array(length).fill(1), new Uint32Array(length)]
      from.set(this.#from)
      to.set(this.#to)
      ;[this.#from, this.#to] = [from, to]
    }
    if (this.#used + text.length + OVERREAD > this.#bytes.length) {
      const grown = Buffer.alloc(Math.max(256, 2 * (this.#used + text.length + OVERREAD)))
      grown.set(this.#bytes)
      this.#bytes = grown
      this.#view = new DataView(grown.buffer, grown.byteOffset, grown.length)
    }
    this.#bytes.set(text, this.#used)
    this.#from[slot] = this.#used
    this.#used += text.length
    this.#to[slot] = this.#used
  }
}
