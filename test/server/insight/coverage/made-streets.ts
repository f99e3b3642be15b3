import type { LngLat } from '../../../../server/contract/geo.ts'
import { METRES_PER_DEGREE } from '../../../../server/contract/local-plane.ts'
import { CoverageRule } from '../../../../server/contract/rule.ts'
import { placeOn } from '../../../../server/insight/coverage/draw-gap.ts'
import type { Part, Street, StreetMap } from '../../../../server/insight/coverage/street-map.ts'
import type { Things } from '../../../../server/insight/coverage/things.ts'

export const ORIGIN: LngLat = [119.35, 26.03]
const PER_LNG = METRES_PER_DEGREE * Math.cos((ORIGIN[1] * Math.PI) / 180)

/** So many metres east and north of the origin. */
export const at = (east: number, north: number): LngLat => [
  ORIGIN[0] + east / PER_LNG,
  ORIGIN[1] + north / METRES_PER_DEGREE,
]

/** A ring of metres east and north, closed. */
export const box = (west: number, south: number, east: number, north: number): LngLat[] => [
  at(west, south),
  at(east, south),
  at(east, north),
  at(west, north),
  at(west, south),
]

export const street = (
  name: string,
  line: readonly (readonly [number, number])[],
  of: Partial<Street> = {},
): Street => ({
  ...{ id: name, name, class: 'main', widthM: 10, strict: false },
  lines: [line.map(([x, y]) => at(x, y))],
  ...of,
})

export const rule = (of: Partial<CoverageRule> = {}): CoverageRule =>
  CoverageRule.parse({
    ...{
      id: 'made-100',
      set: 'made',
      layer: 'bins',
      subject: { zh: '箱', en: 'Bins' },
      where: { zh: '路', en: 'Roads' },
    },
    ...{ measure: 'along-road', maxMetres: 100, source: 'made', edition: 'made', verified: 'U' },
    ...of,
  })

export const things = (places: readonly LngLat[], of: Partial<Things> = {}): Things => {
  const one = { words: [''], of: new Uint16Array(places.length) }
  return {
    ...{ layer: 'bins', count: places.length, changedMs: new Float64Array(places.length) },
    lng: Float64Array.from(places, ([lng]) => lng),
    lat: Float64Array.from(places, ([, lat]) => lat),
    ...{ status: one, source: one, accuracy: one, fields: {} },
    ...of,
  }
}

/** A place at so many metres of a part, so far to the left of its line. */
export const along = (map: StreetMap, part: Part, metres: number, left: number): LngLat =>
  map.toPlace(...placeOn(part, metres, left))
