import { BUFFER } from './buffer.ts'
import { type Box, WORLD } from './mercator.ts'

/** The deepest zoom that is stamped; deeper tiles change with the one they lie in. */
const DEEPEST = 16

/** A change that touches more tiles of a zoom than this stamps all tiles of that zoom. */
const MANY = 64

/** More stamps than this are forgotten at once: every tile then counts as changed. */
const MOST = 200_000

/** At which version of the layer each tile last changed: a tile that did not change keeps its ETag and its place in the cache. */
export class TileStamps {
  readonly #stamps = new Map<number, number>()
  readonly #ofZoom = new Float64Array(DEEPEST + 1)

  touch(box: Box, version: number): void {
    if (this.#stamps.size > MOST) this.touchAll(version)
    for (let z = 0; z <= DEEPEST; z++) this.#touchZoom(box, z, version)
  }

  touchAll(version: number): void {
    this.#stamps.clear()
    this.#ofZoom.fill(version)
  }

  of(z: number, x: number, y: number): number {
    const up = 2 ** Math.max(0, z - DEEPEST)
    const zoom = Math.min(z, DEEPEST)
    const own = this.#stamps.get(keyOf(zoom, Math.floor(x / up), Math.floor(y / up))) ?? 0
    return Math.max(own, this.#ofZoom[zoom] as number)
  }

  #touchZoom({ minX, minY, maxX, maxY }: Box, z: number, version: number): void {
    const side = WORLD / 2 ** z
    // Only lines and polygons are drawn beyond the tile they stand in.
    const reach = minX === maxX && minY === maxY ? 0 : BUFFER
    const [west, north] = [Math.floor(minX / side - reach), Math.floor(minY / side - reach)]
    const [east, south] = [Math.floor(maxX / side + reach), Math.floor(maxY / side + reach)]
    if ((east - west + 1) * (south - north + 1) > MANY) {
      this.#ofZoom[z] = version
      return
    }
    for (let x = west; x <= east; x++) for (let y = north; y <= south; y++) this.#stamps.set(keyOf(z, x, y), version)
  }
}

const keyOf = (z: number, x: number, y: number): number => (z * 65_536 + x) * 65_536 + y
