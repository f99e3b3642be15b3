import type { LngLat } from '../../contract/geo.ts'
import { METRES_PER_DEGREE } from '../../contract/local-plane.ts'

/** A point that may have been written down twice. */
export interface Spot {
  id: string
  /** Only points of one code are the same thing. */
  code: string
  location: LngLat
}

/** Cells of a row are fewer than this: the earth is 4 × 10⁷ m around, and no cell is smaller than a centimetre. */
const ROW = 2 ** 32

/** Points by cells as wide as two may be apart, so that a twin is in the same cell or one of the eight around it. */
export class TwinIndex {
  readonly #cells = new Map<number, Spot[]>()
  readonly #within: number
  readonly #perLng: number

  /** @param within metres
   *  @param lat of the city: within half a degree of it a metre to the east is off by less than 1 % */
  constructor(within: number, lat: number) {
    this.#within = within
    this.#perLng = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  }

  add(spot: Spot): void {
    const [x, y] = this.#cellOf(spot.location)
    const cell = this.#cells.get(y * ROW + x)
    if (cell) cell.push(spot)
    else this.#cells.set(y * ROW + x, [spot])
  }

  /** The nearest point of the same code with a lower id that is nearer than `within`: the one that was there before. Of two as near, the lower id. */
  twinOf({ id, code, location }: Spot): { id: string; metres: number } | undefined {
    const [x, y] = this.#cellOf(location)
    let best: { id: string; metres: number } | undefined
    for (let row = y - 1; row <= y + 1; row++)
      for (let column = x - 1; column <= x + 1; column++)
        for (const other of this.#cells.get(row * ROW + column) ?? []) {
          if (other.id >= id || other.code !== code) continue
          const metres = this.#metres(location, other.location)
          if (metres >= this.#within) continue
          if (!best || metres < best.metres || (metres === best.metres && other.id < best.id))
            best = { id: other.id, metres }
        }
    return best
  }

  #cellOf([lng, lat]: LngLat): [x: number, y: number] {
    return [
      Math.floor(((lng + 180) * this.#perLng) / this.#within),
      Math.floor(((lat + 90) * METRES_PER_DEGREE) / this.#within),
    ]
  }

  #metres([lng, lat]: LngLat, [otherLng, otherLat]: LngLat): number {
    return Math.hypot((lng - otherLng) * this.#perLng, (lat - otherLat) * METRES_PER_DEGREE)
  }
}
