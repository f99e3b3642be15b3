import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { checkRoads } from '../../../../server/insight/coverage/check-roads.ts'
import { coverCity } from '../../../../server/insight/coverage/cover-city.ts'
import { crossStreets, sectionOf } from '../../../../server/insight/coverage/cross-streets.ts'
import { drawAlong, sideOf } from '../../../../server/insight/coverage/draw-gap.ts'
import { layOutStreets, metresOf, type Street } from '../../../../server/insight/coverage/street-map.ts'
import { goodThings } from '../../../../server/insight/coverage/things.ts'
import { along, at, ORIGIN, rule, street, things } from './made-streets.ts'

const run = <T>(steps: Generator<unknown, T>): T => {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

function gapsOn(streets: Street[], places: LngLat[], rules = [rule()]) {
  const map = layOutStreets(streets, ORIGIN)
  const made = things(places)
  const all = new Uint8Array(places.length).fill(1)
  const counted = new Map(rules.map(({ id }) => [id, all]))
  return run(checkRoads(map, rules, { things: made, good: all, counted, tolerance: 6 })).flatMap((side) =>
    side.gaps.map(({ from, to }) => ({
      road: side.part.street.name,
      side: sideOf(side.part, { from, to }, side.side),
      from: Math.round(from * 10) / 10,
      to: Math.round(to * 10) / 10,
    })),
  )
}

const EAST = street('东西路', [
  [0, 0],
  [1000, 0],
])

test('on each side of a straight street the stretches without a bin are told to the metre', () => {
  const north = [80, 180, 400, 480, 900].map((x) => at(x, 6))
  const south = [0, 100, 200, 300, 400, 500, 600, 700, 800, 900].map((x) => at(x, -6))
  expect(gapsOn([EAST], [...north, ...south])).toEqual([
    { road: '东西路', side: 'north', from: 180, to: 400 },
    { road: '东西路', side: 'north', from: 480, to: 900 },
  ])
})

test('the other way about, north stays north', () => {
  const west = street('东西路', [
    [1000, 0],
    [0, 0],
  ])
  const south = [0, 100, 200, 300, 400, 500, 600, 700, 800, 900].map((x) => at(x, -6))
  expect(gapsOn([west], south)).toEqual([{ road: '东西路', side: 'north', from: 0, to: 1000 }])
})

test('along a curve, metres are those of the street and not as the crow flies', () => {
  const turn = (degrees: number): readonly [number, number] => {
    const round = (degrees * Math.PI) / 180
    return [300 * Math.cos(round), 300 * Math.sin(round)]
  }
  const curve = street(
    '弯路',
    Array.from({ length: 91 }, (_, i) => turn(i * 2)),
  )
  const map = layOutStreets([curve], ORIGIN)
  const [part] = map.parts
  if (!part) throw new Error('no part')
  expect(Math.abs(part.length - Math.PI * 300)).toBeLessThan(1)
  const places = [90, 180, 270, 520, 610, 700, 790, 880].map((metres) => along(map, part, metres, 6))
  const outside = [90, 180, 270, 360, 450, 540, 630, 720, 810, 900].map((metres) => along(map, part, metres, -6))
  const [gap, ...others] = gapsOn([curve], [...places, ...outside])
  expect(others).toEqual([])
  expect(Math.abs((gap?.from ?? 0) - 270)).toBeLessThan(1)
  expect(Math.abs((gap?.to ?? 0) - 520)).toBeLessThan(1)
})

test('both ends of a road count as if a thing stood there, and no other place does', () => {
  const near = Array.from({ length: 9 }, (_, i) => at(100 + i * 100, -6))
  expect(gapsOn([EAST], [...near, at(101, 6), at(200, 6), at(300, 6)])).toEqual([
    { road: '东西路', side: 'north', from: 0, to: 101 },
    { road: '东西路', side: 'north', from: 300, to: 1000 },
  ])
})

test('what stands too far from the kerb or behind the end is not along the road; one thing twice changes nothing', () => {
  const south = Array.from({ length: 11 }, (_, i) => at(i * 100, -6))
  const inLine = Array.from({ length: 11 }, (_, i) => at(i * 100, 6)).filter((_, i) => i !== 5)
  const off = [at(500, 5 + 6.5), at(-3, 6), at(1003, 6)]
  const gap = { road: '东西路', side: 'north', from: 400, to: 600 }
  expect(gapsOn([EAST], [...south, ...inLine, ...off])).toEqual([gap])
  expect(gapsOn([EAST], [...south, ...inLine, ...off, at(400.4, 6), at(400, 6)])).toMatchObject([{ to: 600 }])
  expect(gapsOn([EAST], [...south, ...inLine, at(500, 5 + 5.5)])).toEqual([])
})

test('beside a slanting street the distance is that from its kerb', () => {
  const slant = street('斜街', [
    [0, 0],
    [800, 600],
  ])
  const beside = (left: number): LngLat => at(400 - 0.6 * left, 300 + 0.8 * left)
  const rules = [rule({ maxMetres: 600 })]
  expect(gapsOn([slant], [beside(5 + 5.5), beside(-5 - 5.5)], rules)).toEqual([])
  expect(gapsOn([slant], [beside(5 + 6.5), beside(-5 - 6.5)], rules)).toHaveLength(2)
})

test('a bin at a corner serves both streets, and a lamp in the middle both sides', () => {
  const cross = street('学府路', [
    [500, -120],
    [500, 120],
  ])
  const corner = at(507, 7)
  const rules = [rule({ maxMetres: 520 })]
  const gaps = gapsOn([EAST, cross], [corner], rules)
  expect(gaps).toEqual([{ road: '东西路', side: 'south', from: 0, to: 1000 }])
  expect(gapsOn([EAST], [at(500, 0.5)], rules)).toEqual([])
})

test('where both sides are looked at together they fill each other’s gaps', () => {
  const staggered = Array.from({ length: 20 }, (_, i) => at(i * 50 + 25, i % 2 ? 6 : -6))
  const together = rule({ sides: 'together', maxMetres: 60 })
  expect(gapsOn([EAST], staggered, [together])).toEqual([])
  expect(gapsOn([EAST], staggered, [rule({ maxMetres: 60 })])).not.toEqual([])
})

test('a road keeps the first rule of its set that fits it', () => {
  const lane = street(
    '小巷',
    [
      [0, 300],
      [150, 300],
    ] as const,
    { class: 'lane' },
  )
  const rules = [rule({ roadClasses: ['main'], maxMetres: 2_000 }), rule({ id: 'made-any', maxMetres: 100 })]
  expect(gapsOn([EAST, lane], [], rules)).toMatchObject([{ road: '小巷' }, { road: '小巷' }])
})

test('a ring road has no ends: its gap runs over the place where it was begun to be drawn', () => {
  const ring = street('环岛', [
    ...Array.from({ length: 60 }, (_, i): [number, number] => [
      100 * Math.cos((i * Math.PI) / 30),
      100 * Math.sin((i * Math.PI) / 30),
    ]),
    [100, 0],
  ])
  const map = layOutStreets([ring], ORIGIN)
  const [part] = map.parts
  if (!part) throw new Error('no part')
  const both = [100, 200, 300, 400, 500].flatMap((metres) => [
    along(map, part, metres, 6),
    along(map, part, metres, -6),
  ])
  const gaps = gapsOn([ring], both, [rule({ maxMetres: 150 })])
  expect(gaps.map(({ from, to }) => Math.round(to - from))).toEqual(
    [227, 227].map((of) => of + Math.round(part.length - 627)),
  )
  const drawn = drawAlong(map, part, { from: 500, to: part.length + 100 }, 0)
  expect(drawn.reduce((sum, one, i) => sum + (i ? metresOf(drawn[i - 1] ?? one, one) : 0), 0)).toBeCloseTo(
    part.length - 400,
    0,
  )
})

test('a gap lies between the streets that cross before and after it', () => {
  const names = ['东桥路', '学府路', '南台路']
  const across = names.map((name, i) =>
    street(name, [
      [200 + i * 300, i === 1 ? 4 : -200],
      [200 + i * 300, 200],
    ]),
  )
  const [own = []] = crossStreets(layOutStreets([EAST, ...across], ORIGIN))
  expect(own.map(({ name, metres }) => [name, Math.round(metres)])).toEqual([
    ['东桥路', 200],
    ['学府路', 500],
    ['南台路', 800],
  ])
  expect(sectionOf(own, { from: 210, to: 490 })).toEqual({ fromStreet: '东桥路', toStreet: '学府路' })
  expect(sectionOf(own, { from: 0, to: 400 })).toEqual({ fromStreet: null, toStreet: '学府路' })
  expect(sectionOf(own, { from: 850, to: 1000 })).toEqual({ fromStreet: '南台路', toStreet: null })
})

test('metres checked and missing come to the same by rule, by road and by grid', () => {
  const ring = (x: number, u: number, south: number): LngLat[] => [
    ...[at(x, south), at(u, south), at(u, 500), at(x, 500), at(x, south)],
  ]
  const none = new Float64Array(0)
  const found = run(
    coverCity({
      ground: {
        ...{ origin: ORIGIN, streets: [EAST], ways: undefined, nowMs: 0 },
        areas: [
          { id: 'west', name: '西', rings: [ring(-10, 300, 0)] },
          { id: 'east', name: '东', rings: [ring(300, 1100, -500)] },
        ],
        blocks: { count: 0, lng: none, lat: none, population: none },
        things: { bins: things([at(200, 6), at(300, 6)]) },
      },
      sets: [
        {
          id: 'made',
          name: { zh: '规', en: 'R' },
          layer: 'bins',
          standing: true,
          validFrom: null,
          version: 0,
          rules: [rule()],
        },
      ],
      ...{ quality: {}, toleranceMetres: 6 },
    }),
  )
  expect(found.rules).toMatchObject([{ checkedMetres: 2000, gapMetres: 1900, gaps: 3, things: 2, longestMetres: 1000 }])
  expect(found.rules[0]?.passShare).toBeCloseTo(0.05, 6)
  expect(found.roads).toMatchObject([{ id: '东西路', gapMetres: 1900 }])
  expect(found.grids).toMatchObject([
    { id: 'east', checkedMetres: 1400, gapMetres: 1400 },
    { id: 'west', checkedMetres: 300, gapMetres: 200 },
  ])
})

test('data that falls short is left out, each thing for one reason, and the gaps change by just those', () => {
  const places = [at(100, 6), at(200, 6), at(300, 6), at(400, 6)]
  const day = 86_400_000
  const made = things(places, {
    changedMs: Float64Array.from([0, 400, 400, 400], (days) => days * day),
    accuracy: { words: ['A', 'C', ''], of: Uint16Array.from([0, 1, 0, 2]) },
    source: { words: ['import:1', 'made:suo'], of: Uint16Array.from([0, 0, 0, 1]) },
  })
  const look = (quality: Parameters<typeof goodThings>[1]) => goodThings(made, quality, 410 * day)
  expect([...look({}).good]).toEqual([1, 1, 1, 1])
  expect(look({ maxAgeDays: 30 })).toMatchObject({ tooOld: 1, tooRough: 0, good: Uint8Array.from([0, 1, 1, 1]) })
  expect(look({ leastAccuracy: 'B' })).toMatchObject({ tooRough: 2, good: Uint8Array.from([1, 0, 1, 0]) })
  expect(look({ maxAgeDays: 30, leastAccuracy: 'C', sources: ['import:'] })).toMatchObject({
    ...{ tooOld: 1, tooRough: 1, otherSource: 0, good: Uint8Array.from([0, 1, 1, 0]) },
  })
})
