import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeSuo } from '../../../data/cities/suo/make-town.ts'
import { buffer, sharedArea } from '../../../data/cities/town/clipping.ts'
import { boxOf, distanceToSegment, isInPolygon, type Point } from '../../../data/cities/town/geometry.ts'
import { chop } from '../../../data/cities/town/line.ts'
import { PolygonIndex } from '../../../data/cities/town/polygon-index.ts'
import { assetsOf, drawn, lineOf, placeOf, polygonsOf, suo } from './made-suo.ts'

const hashOf = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')

// Coordinates are rounded to 1 cm, so neighbours may share a hair.
const HAIR_M2 = 0.5

const carriageways = () => {
  const index = new PolygonIndex<string>()
  for (const { geometry, properties } of drawn('roads')) {
    if (properties.class === 'path') continue
    for (const piece of chop(lineOf(geometry), 4))
      for (const polygon of buffer([piece], Number(properties.w) / 2)) index.add(polygon, String(properties.name))
  }
  return index
}

/** Outlines of running water. The river is one polygon of 17 km: ask it for places, never clip by it. */
const waters = () =>
  drawn('water')
    .filter(({ properties }) => properties.kind === 'river' || properties.kind === 'stream')
    .flatMap(({ geometry }) => polygonsOf(geometry))
    .map((polygon) => ({ polygon, box: boxOf(polygon[0] ?? []) }))

const isWet = (place: Point, water: ReturnType<typeof waters>) =>
  water.some(
    ({ polygon, box }) =>
      place[0] >= box[0] &&
      place[1] >= box[1] &&
      place[0] <= box[2] &&
      place[1] <= box[3] &&
      isInPolygon(place, polygon),
  )

test('the same seed makes the same bytes, another seed another town', () => {
  const again = makeSuo()
  expect(hashOf(again.basemap)).toBe(hashOf(suo().basemap))
  expect(hashOf(again.assets)).toBe(hashOf(suo().assets))
  expect(hashOf(makeSuo(7).assets)).not.toBe(hashOf(again.assets))
})

test('no building stands on a carriageway, in water or on another building', () => {
  const roads = carriageways()
  const water = waters()
  const standing = new PolygonIndex<string>(60)
  const faults: string[] = []
  for (const { geometry, properties } of drawn('buildings'))
    for (const house of polygonsOf(geometry)) {
      const on = (index: PolygonIndex<string>, what: string) => {
        const shared = index.near(house).map(({ polygon }) => sharedArea([house], [polygon]))
        if (Math.max(0, ...shared) > HAIR_M2) faults.push(`${properties.kind} on ${what} at ${house[0]?.[0]}`)
      }
      on(roads, 'a road')
      if (house[0]?.some((corner) => isWet(corner, water))) faults.push(`${properties.kind} in water`)
      on(standing, 'a building')
      standing.add(house, '')
    }
  expect(faults).toEqual([])
  expect(drawn('buildings').length).toBeGreaterThan(4000)
})

test('every lamp stands within 3 m of a kerb, none on a carriageway and none in water but on a bridge', () => {
  const lines = drawn('roads').map(({ geometry, properties }) => ({
    line: lineOf(geometry),
    half: Number(properties.w) / 2,
  }))
  const bridges = drawn('bridges').map(({ geometry }) => lineOf(geometry))
  const metresTo = (place: Point, line: Point[]) =>
    line
      .slice(1)
      .reduce((least, b, i) => Math.min(least, distanceToSegment(place, line[i] ?? b, b)), Number.POSITIVE_INFINITY)
  const water = waters()
  const faults: string[] = []
  for (const { name, geometry } of assetsOf('streetlights')) {
    const place = placeOf(geometry)
    const kerb = Math.min(...lines.map(({ line, half }) => metresTo(place, line) - half))
    if (kerb < 0 || kerb > 3) faults.push(`${name}: ${kerb.toFixed(1)} m from the kerb`)
    if (isWet(place, water) && !bridges.some((bridge) => metresTo(place, bridge) < 14)) faults.push(`${name}: in water`)
  }
  expect(faults).toEqual([])
})

test('a street that is drawn knows the road it is, and the road the street', () => {
  const ids = new Set(assetsOf('roads').map(({ id }) => id))
  const streets = drawn('roads').filter(({ properties }) => properties.name !== '' && properties.class !== 'track')
  expect(streets.length).toBeGreaterThan(250)
  expect(streets.filter(({ properties }) => !ids.has(String(properties.road)))).toEqual([])
})

test('the national road runs through the whole valley without a gap', () => {
  const stretches = drawn('roads').filter(({ properties }) => properties.class === 'national')
  const ends = stretches.map(({ geometry }) => lineOf(geometry)).flatMap((line) => [line[0], line.at(-1)])
  const count = new Map<string, number>()
  for (const end of ends) count.set(String(end), (count.get(String(end)) ?? 0) + 1)
  expect([...count.values()].filter((times) => times % 2 === 1).length).toBe(2)
})

test('hill bands lie in order and contours know how light falls on them', () => {
  expect(new Set(drawn('hills').map(({ properties }) => properties.band))).toEqual(new Set([1, 2, 3, 4, 5]))
  const lit = drawn('contours').map(({ properties }) => Number(properties.lit))
  expect(Math.min(...lit)).toBe(-1)
  expect(Math.max(...lit)).toBe(1)
})

test('the valley floor lies near 3,986 m and the slopes rise above 4,400 m', () => {
  const { elevation, centre } = suo()
  expect(elevation(...centre)).toBeGreaterThan(3960)
  expect(elevation(...centre)).toBeLessThan(4030)
  expect(elevation(centre[0], centre[1] + 0.025)).toBeGreaterThan(4400)
})
