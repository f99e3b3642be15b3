import type { LngLat } from '../../contract/geo.ts'
import type { Site, SpotCase } from './repeat-sites.ts'
import { metresIfSame } from './spot-of.ts'

/** Metres of a degree of latitude on a sphere of 6,371,008.8 m. */
const METRES_PER_DEGREE = 111_195.08
/** Cells to look at on each side: two, because a degree of longitude is not equally long across a county. */
const AROUND = 2

/** Sites of one class, found by cells of the class's distance. */
export class SiteGrid {
  readonly sites: Site[] = []
  readonly #code: string
  readonly #metres: number
  readonly #cells = new Map<string, Site[]>()
  readonly #byThing = new Map<string, Site>()
  #shrink: number | undefined

  constructor(code: string, metres: number) {
    this.#code = code
    this.#metres = metres
  }

  add({ id, place, thing }: SpotCase): void {
    const site =
      (thing === null ? undefined : this.#byThing.get(thing)) ?? this.#nearest({ place, thing }) ?? this.#open(place)
    site.cases.push(id)
    if (thing === null || site.thing !== null) return
    site.thing = thing
    this.#byThing.set(thing, site)
  }

  #nearest(spot: Pick<SpotCase, 'place' | 'thing'>): Site | undefined {
    let best: { site: Site; metres: number } | undefined
    const [x, y] = this.#cellOf(spot.place)
    for (let dx = -AROUND; dx <= AROUND; dx++)
      for (let dy = -AROUND; dy <= AROUND; dy++)
        for (const site of this.#cells.get(`${x + dx},${y + dy}`) ?? []) {
          const metres = metresIfSame(spot, site, this.#metres)
          // Of equally near ones the older.
          const nearer = metres !== undefined && metres < (best?.metres ?? Number.POSITIVE_INFINITY)
          if (nearer) best = { site, metres }
        }
    return best?.site
  }

  #open(place: LngLat): Site {
    const site: Site = { code: this.#code, place, thing: null, level: 'none', cases: [] }
    this.sites.push(site)
    const key = this.#cellOf(place).join()
    const cell = this.#cells.get(key)
    if (cell) cell.push(site)
    else this.#cells.set(key, [site])
    return site
  }

  #cellOf([lng, lat]: LngLat): [number, number] {
    this.#shrink ??= Math.cos((lat * Math.PI) / 180)
    const side = this.#metres / METRES_PER_DEGREE
    return [Math.floor((lng * this.#shrink) / side), Math.floor(lat / side)]
  }
}
