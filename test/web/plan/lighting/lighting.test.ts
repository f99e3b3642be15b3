import { expect, test } from 'vitest'
import type { LitRoad } from '../../../../server/contract/lighting.ts'
import { lightingYear } from '../../../../server/insight/lighting/nights.ts'
import { boxOfRoute, darkFeatures, patrolFeatures, roadFeatures } from '../../../../web/plan/lighting/draw-lighting.ts'
import { readLightingSearch } from '../../../../web/plan/lighting/lighting-search.ts'
import { countVerdicts, roadsOf, worstReason } from '../../../../web/plan/lighting/verdict.ts'
import { clockFromNoon, hoursFromNoon, yearBand } from '../../../../web/plan/lighting/year-band.ts'
import { cardRoads } from '../../../../web/plan/overview/card-roads.ts'

const road = (name: string, more: Partial<LitRoad> = {}): LitRoad => ({
  ...{ road: name, roadClass: 'main', roadIds: [`id-${name}`], bbox: [93, 31, 94, 32], lamps: 10, lit: 10, dark: 0 },
  ...{
    unheard: 0,
    percent: 100,
    leastPercent: 97,
    mostDark: 2,
    verdict: 'pass',
    standing: 'pass',
    reasons: [],
    seen: 10,
  },
  ...more,
})
const ROADS = [
  road('甲', { lamps: 40 }),
  road('乙', { verdict: 'unknown', reasons: ['rate', 'not-patrolled'], lamps: 90 }),
  road('丙', { verdict: 'fail', reasons: ['dark-cap'], lamps: 3 }),
]

test('a road that nobody went to says so, whatever its lamps say', () => {
  expect(ROADS.map(worstReason)).toEqual([undefined, 'not-patrolled', 'dark-cap'])
  expect(countVerdicts(ROADS)).toEqual({ all: 3, fail: 1, unknown: 1, pass: 1 })
  expect(roadsOf(ROADS, 'unknown').map((one) => one.road)).toEqual(['乙'])
})

test('a card shows what fails, then what is known', () => {
  expect(cardRoads(ROADS, 2).map((one) => one.road)).toEqual(['丙', '甲'])
})

test('only roads with lamps are drawn, each by its verdict', () => {
  const line = { type: 'LineString' as const, coordinates: [[93, 31]] as [number, number][] }
  const drawn = roadFeatures(
    ['id-乙', 'id-无'].map((id) => ({ id, geometry: line })),
    { roads: ROADS },
    '乙',
  )
  expect(drawn.features.map(({ properties }) => properties)).toEqual([{ road: '乙', verdict: 'unknown', chosen: true }])
})

test('a dark lamp with a case is told apart, and those of other roads are quiet', () => {
  const lamp = { id: 'a', name: '', road: '甲', roadClass: '', circuit: null, status: 'fault', since: '', case: null }
  const { features } = darkFeatures({ dark: [{ ...lamp, location: [93, 31] }] }, '乙')
  expect(features[0]?.properties).toMatchObject({ filed: false, quiet: true })
})

test('a round is a line with its beginning, and the map goes where all of it is', () => {
  const rounds = [
    {
      metres: 1,
      lamps: 1,
      roads: [],
      line: [
        [93.1, 31.2],
        [93.3, 31.1],
      ] as [number, number][],
    },
  ]
  const route = { metres: 1, minutes: 1, requiredMetres: 1, boundMetres: 1, gap: 0, method: '', tookMs: 1, rounds }
  expect(patrolFeatures(route).features.map(({ geometry }) => geometry.type)).toEqual(['LineString', 'Point'])
  expect(boxOfRoute(route)).toEqual([93.1, 31.1, 93.3, 31.2])
  expect([boxOfRoute(null), patrolFeatures(null).features]).toEqual([undefined, []])
})

test('hours of the night count from noon, over midnight', () => {
  expect([clockFromNoon('18:30'), clockFromNoon('00:30'), clockFromNoon('11:00')]).toEqual([6.5, 12.5, 23])
  expect(hoursFromNoon('2026-11-22T22:00:00Z', '2026-11-22')).toBe(18)
})

test('the year is one area around, and dimming stays within what burns', () => {
  const { nights } = lightingYear(2026, [93.78, 31.88], { onMinutes: 0, offMinutes: 0 })
  const band = yearBand(nights, [364, 240], { from: '15:00', to: '23:00' })
  expect(band.burning).toBe(band.dark)
  expect(band.burning.match(/M/g)).toHaveLength(1)
  expect(band.burning.match(/L/g)).toHaveLength(2 * 365 - 1)
  // 10 px an hour, from the lamps' going on: 15:00 is day.
  const [first] = /^M0 ([\d.]+)/.exec(band.dimmed ?? '')?.slice(1) ?? []
  expect(Number(first)).toBeGreaterThan(60)
})

test('what the server would refuse is as if nothing was said', () => {
  const usual = readLightingSearch({})
  expect(readLightingSearch({ view: 'no', from: '25:00', percent: '400', on: '999', tariff: '-1' })).toEqual(usual)
  expect(readLightingSearch({ view: 'dimming', percent: '0', on: '-15', classes: 'main,lane' })).toMatchObject({
    ...{ view: 'dimming', percent: 0, onMinutes: -15, classes: ['main', 'lane'] },
  })
})
