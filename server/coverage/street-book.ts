import type { LngLat } from '../contract/geo.ts'
import { type Area, type AreaAt, areaMap } from '../insight/coverage/area-map.ts'
import { crossStreets, type Meeting } from '../insight/coverage/cross-streets.ts'
import { layOutStreets, type Street, type StreetMap } from '../insight/coverage/street-map.ts'
import { gatherAreas, gatherStreets, originOf, type Picture } from './gather-ground.ts'

/** The streets of a city, laid out. */
export interface LaidStreets {
  streets: readonly Street[]
  origin: LngLat
  map: StreetMap
  /** By part. */
  crossings: readonly (readonly Meeting[])[]
  areas: readonly Area[]
  areaAt: AreaAt
}

/** Lays the streets out when they are first asked for, and again when a road or a grid changed: a tenth of a second for 800 roads. */
export class StreetBook {
  readonly #picture: Picture
  #laid: { tag: string; of: LaidStreets } | undefined

  constructor(picture: Picture) {
    this.#picture = picture
  }

  now(): LaidStreets {
    const tag = ['roads', 'responsibility-grids'].map((id) => this.#picture.layer(id)?.tag ?? '').join()
    if (this.#laid?.tag !== tag) this.#laid = { tag, of: this.#layOut() }
    return this.#laid.of
  }

  #layOut(): LaidStreets {
    const streets = gatherStreets(this.#picture)
    const origin = originOf(streets)
    const map = layOutStreets(streets, origin)
    const areas = gatherAreas(this.#picture)
    return { streets, origin, map, crossings: crossStreets(map), areas, areaAt: areaMap(areas, map.toPlane) }
  }
}
