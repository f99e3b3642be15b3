import type { CoverageRule } from '../../contract/rule.ts'
import type { Side } from './draw-gap.ts'
import { countCloser, findGaps, findGapsIn, type Place, type Stretch } from './find-gaps.ts'
import { isIn, metresIn, type Stretches } from './grid-ground.ts'
import { standAlong } from './stand-along.ts'
import type { Part, Street, StreetMap } from './street-map.ts'
import type { Things } from './things.ts'

/** The rule of a set that a road is held to: the first that fits it. */
export const ruleFor = (
  rules: readonly CoverageRule[],
  street: Pick<Street, 'class' | 'strict'>,
): CoverageRule | undefined =>
  rules.find(
    ({ measure, roadClasses, strict }) =>
      measure === 'along-road' &&
      (roadClasses === undefined || roadClasses.includes(street.class)) &&
      (strict === undefined || strict === street.strict),
  )

/** A side of a part of a road, held to its rule. */
export interface CheckedSide {
  part: Part
  side: Side
  rule: CoverageRule
  /** Where the rule holds; undefined: along the whole part. */
  stretches: Stretches | undefined
  /** Of those. */
  metres: number
  /** Things along it where the rule holds, in order. */
  places: Place[]
  gaps: Stretch[]
  closer: number
}

export const sidesFor = (rule: CoverageRule): readonly Side[] => (rule.sides === 'together' ? [0] : [1, -1])

/** In the middle of the road a thing serves both of its sides. */
const MIDDLE_METRES = 1

/** Along which parts things stand, side by side. */
export class SidePlaces {
  readonly #map: StreetMap
  readonly #tolerance: number
  readonly #places = new Map<number, Place[]>()

  constructor(map: StreetMap, tolerance: number) {
    this.#map = map
    this.#tolerance = tolerance
  }

  /** @param counts whether a rule's road counts this thing */
  add(
    thing: number,
    x: number,
    y: number,
    rules: readonly (CoverageRule | undefined)[],
    counts: (rule: CoverageRule) => boolean,
  ): boolean {
    let stands = false
    for (const { part, alongMetres, offsetMetres } of standAlong(this.#map, x, y, this.#tolerance)) {
      const rule = rules[part]
      if (!rule || !counts(rule)) continue
      stands = true
      for (const side of sidesFor(rule))
        if (side === 0 || side * offsetMetres > 0 || Math.abs(offsetMetres) <= MIDDLE_METRES)
          this.of(part, side).push({ metres: alongMetres, thing })
    }
    return stands
  }

  /** In no order yet. */
  of(part: number, side: Side): Place[] {
    const key = part * 3 + side + 1
    const known = this.#places.get(key)
    if (known) return known
    const places: Place[] = []
    this.#places.set(key, places)
    return places
  }
}

/** @param inGrids stretches of the part that run through unit grids; undefined: the city has none */
export function checkSide(
  part: Part,
  side: Side,
  rule: CoverageRule,
  { found, inGrids }: { found: readonly Place[]; inGrids: Stretches | undefined },
): CheckedSide {
  const stretches = rule.within && inGrids
  const sorted = found.toSorted((a, b) => a.metres - b.metres || a.thing - b.thing)
  const places = stretches ? sorted.filter(({ metres }) => isIn(stretches, metres)) : sorted
  return {
    ...{ part, side, rule, stretches, places, metres: stretches ? metresIn(stretches) : part.length },
    gaps: stretches ? findGapsIn(places, stretches, part, rule.maxMetres) : findGaps(places, part, rule.maxMetres),
    closer: rule.minMetres === undefined ? 0 : countCloser(places, rule.minMetres),
  }
}

/** Holds every road to its rule of a set. `counted`: by rule, 1 where it counts a thing. Yields 0 … 1 as it goes. */
export function* checkRoads(
  map: StreetMap,
  rules: readonly CoverageRule[],
  {
    things,
    good,
    counted,
    tolerance,
    gridStretches,
  }: {
    things: Things
    good: Uint8Array
    counted: ReadonlyMap<string, Uint8Array>
    tolerance: number
    gridStretches?: readonly Stretches[] | undefined
  },
): Generator<number, CheckedSide[]> {
  const byPart = map.parts.map(({ street }) => ruleFor(rules, street))
  const places = new SidePlaces(map, tolerance)
  for (let thing = 0; thing < things.count; thing++) {
    if (thing % 20_000 === 19_999) yield thing / things.count
    if (!good[thing]) continue
    const [x, y] = map.toPlane([things.lng[thing] as number, things.lat[thing] as number])
    places.add(thing, x, y, byPart, ({ id }) => counted.get(id)?.[thing] === 1)
  }
  return map.parts.flatMap((part) => {
    const rule = byPart[part.index]
    if (!rule) return []
    const inGrids = gridStretches?.[part.index]
    return sidesFor(rule).map((side) => checkSide(part, side, rule, { found: places.of(part.index, side), inGrids }))
  })
}
