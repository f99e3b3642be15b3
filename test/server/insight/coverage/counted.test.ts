import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import type { CoverageRule } from '../../../../server/contract/rule.ts'
import { checkRoads } from '../../../../server/insight/coverage/check-roads.ts'
import { coverCity } from '../../../../server/insight/coverage/cover-city.ts'
import { countCloser } from '../../../../server/insight/coverage/find-gaps.ts'
import { proposeSites } from '../../../../server/insight/coverage/propose-sites.ts'
import { layOutStreets, type Street } from '../../../../server/insight/coverage/street-map.ts'
import { countedThings } from '../../../../server/insight/coverage/things.ts'
import { toTheEnd } from '../../../../server/insight/steps/to-the-end.ts'
import { at, box, ORIGIN, rule, street, things } from './made-streets.ts'

const none = new Float64Array(0)
const EAST = street('东西路', [
  [0, 0],
  [1000, 0],
])
const ground = (streets: Street[], places: LngLat[]) => ({
  ...{ origin: ORIGIN, streets, ways: undefined, nowMs: 0 },
  areas: [
    { id: 'west', name: '西', rings: [box(-10, 0, 300, 500)] },
    { id: 'east', name: '东', rings: [box(300, -500, 1100, 500)] },
  ],
  blocks: { count: 0, lng: none, lat: none, population: none },
  things: { bins: things(places) },
})
const setOf = (...rules: CoverageRule[]) => ({
  ...{ id: 'made', name: { zh: '规', en: 'R' }, layer: 'bins', standing: true, validFrom: null, version: 0 },
  rules,
})
const cover = (rules: CoverageRule[], places: LngLat[], streets = [EAST]) =>
  toTheEnd(coverCity({ ground: ground(streets, places), sets: [setOf(...rules)], quality: {}, toleranceMetres: 6 }))

test('a thing counts by its kind and its status, and where nothing tells the kind it does not', () => {
  const made = things([at(0, 6), at(1, 6), at(2, 6), at(3, 6)], {
    status: { words: ['normal', 'missing'], of: Uint16Array.from([0, 1, 0, 1]) },
    fields: { kind: { words: ['street', 'household'], of: Uint16Array.from([0, 0, 1, 1]) } },
  })
  const counted = (of: Parameters<typeof countedThings>[1]): number[] => [...countedThings(made, of)]
  expect(counted({})).toEqual([1, 1, 1, 1])
  expect(counted({ without: ['missing'] })).toEqual([1, 0, 1, 0])
  expect(counted({ only: { field: 'kind', in: ['street'] } })).toEqual([1, 1, 0, 0])
  expect(counted({ only: { field: 'kind', in: ['street'] }, without: ['missing'] })).toEqual([1, 0, 0, 0])
  expect(counted({ only: { field: 'volumeL', in: ['street'] } })).toEqual([0, 0, 0, 0])
})

test('neighbours nearer than the least are counted, but not one that stands just there, nor one thing twice', () => {
  const places = [0, 0.5, 20, 50, 79.9].map((metres, thing) => ({ metres, thing }))
  expect(countCloser(places, 30)).toBe(2)
  const found = cover([rule({ minMetres: 30, maxMetres: 100 })], [at(20, 6), at(60, 6), at(80, 6), at(300, -6)])
  expect(found.rules[0]?.closerPairs).toBe(1)
  expect(cover([rule()], []).rules[0]?.closerPairs).toBeNull()
})

test('a rule for strictly managed streets is for those alone, one for others for no such street', () => {
  const strict = street(
    '严管街',
    [
      [0, 300],
      [400, 300],
    ],
    { strict: true },
  )
  const rules = [rule({ id: 'made-strict', strict: true }), rule({ id: 'made-other', strict: false, maxMetres: 500 })]
  const map = layOutStreets([EAST, strict], ORIGIN)
  const looked = { things: things([]), good: new Uint8Array(0), counted: new Map(), tolerance: 6 }
  const sides = toTheEnd(checkRoads(map, rules, looked))
  expect(sides.map(({ part, rule: { id }, gaps }) => [part.street.name, id, gaps.length])).toEqual([
    ...[
      ['东西路', 'made-other', 1],
      ['东西路', 'made-other', 1],
    ],
    ...[
      ['严管街', 'made-strict', 1],
      ['严管街', 'made-strict', 1],
    ],
  ])
})

test('what stands behind the end of a road is none of its things', () => {
  const beside = [at(500, 6), at(1001, 6), at(-1, -6)]
  expect(cover([rule()], beside).rules[0]?.things).toBe(3)
  expect(cover([rule()], [...beside, at(1006, 6), at(-6, -6)]).rules[0]?.things).toBe(3)
})

test('a road that is looked at as a whole lies in the grids of both of its sides, half and half', () => {
  const { rules, grids } = cover([rule({ sides: 'together' })], [])
  expect(rules).toMatchObject([{ checkedMetres: 1000, gapMetres: 1000 }])
  // Of the first 300 m only the north side lies in a grid.
  expect(grids).toMatchObject([
    { id: 'east', checkedMetres: 700, gapMetres: 700 },
    { id: 'west', checkedMetres: 150, gapMetres: 150 },
  ])
})

test('a new site stands behind the kerb of its side; one that serves the whole road stands on its right', () => {
  const propose = (of: CoverageRule) =>
    toTheEnd(
      proposeSites(
        {
          ...{ ground: ground([EAST], []), set: setOf(of), goal: 'close' },
          ...{ quality: {}, toleranceMetres: 6, stepMetres: 5, limitSeconds: 1 },
        },
        undefined,
      ),
    ).sites.map(({ where, at: [, lat], side }) => [where, side, Math.round((lat - ORIGIN[1]) * 111_195)])
  expect(propose(rule({ maxMetres: 600 }))).toEqual([
    ['north', 1, 6],
    ['south', -1, -6],
  ])
  expect(propose(rule({ maxMetres: 600, sides: 'together' }))).toEqual([['south', -1, -6]])
})
