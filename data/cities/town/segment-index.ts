import { distanceToSegment, type Line, type Point } from './geometry.ts'

export interface Segment<T> {
  a: Point
  b: Point
  item: T
}

/** Segments of lines by place, for "what lies within so many metres of here". */
export class SegmentIndex<T> {
  readonly #cell: number
  readonly #cells = new Map<number, Segment<T>[]>()

  /** @param cell size of a grid cell in metres; no question may reach further */
  constructor(cell = 60) {
    this.#cell = cell
  }

  add(line: Line, item: T): void {
    for (let i = 1; i < line.length; i++) {
      const segment = { a: line[i - 1] as Point, b: line[i] as Point, item }
      const { a, b } = segment
      const [x1, y1] = [this.#index(Math.max(a[0], b[0])), this.#index(Math.max(a[1], b[1]))]
      for (let x = this.#index(Math.min(a[0], b[0])); x <= x1; x++)
        for (let y = this.#index(Math.min(a[1], b[1])); y <= y1; y++) {
          const cell = this.#cells.get(keyOf(x, y))
          if (cell) cell.push(segment)
          else this.#cells.set(keyOf(x, y), [segment])
        }
    }
  }

  /** The item whose segment is nearest, within `reach` metres. `fits` leaves some out. */
  nearest(place: Point, reach: number, fits: (item: T) => boolean = () => true): T | undefined {
    let best: T | undefined
    let metres = reach
    for (const { a, b, item } of this.#near(place, reach)) {
      const away = distanceToSegment(place, a, b)
      if (away < metres && fits(item)) {
        metres = away
        best = item
      }
    }
    return best
  }

  /** Whether a segment comes nearer to `place` than `reachOf` its item. */
  within(place: Point, most: number, reachOf: (item: T) => number): boolean {
    for (const { a, b, item } of this.#near(place, most)) {
      const reach = reachOf(item)
      if (reach > 0 && distanceToSegment(place, a, b) < reach) return true
    }
    return false
  }

  *#near([x, y]: Point, reach: number): Generator<Segment<T>> {
    const [x1, y1] = [this.#index(x + reach), this.#index(y + reach)]
    for (let i = this.#index(x - reach); i <= x1; i++)
      for (let j = this.#index(y - reach); j <= y1; j++) {
        const cell = this.#cells.get(keyOf(i, j))
        if (cell) yield* cell
      }
  }

  #index(metres: number): number {
    return Math.floor(metres / this.#cell)
  }
}

const keyOf = (i: number, j: number): number => i * 99991 + j
