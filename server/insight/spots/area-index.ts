import Flatbush from 'flatbush'
import type { LngLat } from '../../contract/geo.ts'

type Ring = readonly LngLat[]

/** Areas by the places in them; each has its rings, outer and holes alike. */
export class AreaIndex {
  readonly #areas: readonly { id: string; rings: readonly Ring[] }[]
  readonly #tree: Flatbush | undefined

  constructor(areas: readonly { id: string; rings: readonly Ring[] }[]) {
    this.#areas = areas
    if (areas.length === 0) return
    this.#tree = new Flatbush(areas.length)
    for (const { rings } of areas) {
      const [lngs, lats] = [
        rings.flatMap((ring) => ring.map(([lng]) => lng)),
        rings.flatMap((ring) => ring.map((at) => at[1])),
      ]
      this.#tree.add(Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats))
    }
    this.#tree.finish()
  }

  /** The first area that a place is in; '' for none. */
  at(lng: number, lat: number): string {
    const near = this.#tree?.search(lng, lat, lng, lat) ?? []
    const area = near.map((at) => this.#areas[at]).find((one) => one && isInside(one.rings, lng, lat))
    return area?.id ?? ''
  }
}

/** Even–odd rule. */
function isInside(rings: readonly Ring[], lng: number, lat: number): boolean {
  let inside = false
  for (const ring of rings)
    for (const [at, [x, y]] of ring.entries()) {
      const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
      if (y > lat !== nextY > lat && x + ((lat - y) / (nextY - y)) * (nextX - x) > lng) inside = !inside
    }
  return inside
}
