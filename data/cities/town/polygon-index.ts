import { intersection } from './clipping.ts'
import { type Box, boxOf, first, type Polygon, totalArea } from './geometry.ts'

/** Polygons by place. Never clip against one big union: ask for those near and clip against them. */
export class PolygonIndex<T = undefined> {
  readonly #cell: number
  readonly #cells = new Map<number, { polygon: Polygon; box: Box; item: T }[]>()

  /** @param cell size of a grid cell in metres */
  constructor(cell = 90) {
    this.#cell = cell
  }

  add(polygon: Polygon, item: T): void {
    const box = boxOf(first(polygon))
    const entry = { polygon, box, item }
    for (const key of this.#keys(box)) {
      const cell = this.#cells.get(key)
      if (cell) cell.push(entry)
      else this.#cells.set(key, [entry])
    }
  }

  /** Those whose bounding box touches the box of `polygon`, each once, in the order in which they were added to a cell. */
  near(polygon: Polygon): { polygon: Polygon; item: T }[] {
    const box = boxOf(first(polygon))
    const found = new Set<{ polygon: Polygon; item: T }>()
    for (const key of this.#keys(box))
      for (const entry of this.#cells.get(key) ?? []) {
        const b = entry.box
        if (b[0] <= box[2] && b[2] >= box[0] && b[1] <= box[3] && b[3] >= box[1]) found.add(entry)
      }
    return [...found]
  }

  /** Whether more than `squareMetres` of `polygon` lie on one of the others. */
  hits(polygon: Polygon, squareMetres = 0): boolean {
    return this.near(polygon).some((other) => totalArea(intersection([polygon], [other.polygon])) > squareMetres)
  }

  *#keys([west, south, east, north]: Box): Generator<number> {
    const size = this.#cell
    for (let i = Math.floor(west / size); i <= Math.floor(east / size); i++)
      for (let j = Math.floor(south / size); j <= Math.floor(north / size); j++) yield i * 99991 + j
  }
}
