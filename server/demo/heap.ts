/** A binary heap: the smallest key comes out first. */
export class Heap<T> {
  readonly #items: { value: T; key: number }[] = []

  push(value: T, key: number): void {
    const items = this.#items
    let at = items.push({ value, key }) - 1
    for (let up = (at - 1) >> 1; at > 0 && this.#key(up) > key; up = (at - 1) >> 1) {
      this.#swap(at, up)
      at = up
    }
  }

  pop(): T | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (!first || !last || items.length === 0) return first?.value
    items[0] = last
    for (let at = 0; ; ) {
      const left = 2 * at + 1
      const least = this.#key(left + 1) < this.#key(left) ? left + 1 : left
      if (this.#key(least) >= last.key) return first.value
      this.#swap(at, least)
      at = least
    }
  }

  /** The smallest key; Infinity when there is nothing. */
  get first(): number {
    return this.#key(0)
  }

  #key(at: number): number {
    return this.#items[at]?.key ?? Number.POSITIVE_INFINITY
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#items[a], this.#items[b]]
    if (one && other) [this.#items[a], this.#items[b]] = [other, one]
  }
}
