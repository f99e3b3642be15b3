import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { LightingRules } from '../../../../server/contract/lighting.ts'
import type { State } from '../../../../server/contract/state.ts'
import { type RatedLamp, rateRoads, unseenRoads } from '../../../../server/insight/lighting/rate-roads.ts'

const RULES = LightingRules.parse(JSON.parse(readFileSync('data/rules/lighting.json', 'utf8')))
const ruleOf = (id: string) => {
  const rule = RULES.rules.find((one) => one.id === id)
  if (!rule) throw new Error(id)
  return rule
}

/** A road of lamps 25 m apart on its own line of latitude. */
function road(name: string, roadClass: string, counts: Partial<Record<State, number>>, north: number): RatedLamp[] {
  const states = Object.entries(counts).flatMap(([state, count]) => Array.from({ length: count }, () => state as State))
  return states.map((state, index) => ({
    ...{ road: name, roadClass, state },
    location: [93.78 + index * 0.000265, 31.88 + north * 0.01],
  }))
}
const everyStop = (lamps: readonly RatedLamp[]): LngLat[] =>
  lamps.filter((_, i) => i % 4 === 0).map((one) => one.location)

/** Verdicts by hand from 长沙: a main road ≥ 97 %, a branch ≥ 95 %; at most 2, 3, 4 dark ones by its lamps; lamps unheard of are in no rate. */
const FIXTURE: [
  name: string,
  roadClass: string,
  counts: Partial<Record<State, number>>,
  standing: string,
  reasons: string[],
][] = [
  ['主一', 'main', { normal: 97, late: 3 }, 'pass', []],
  ['主二', 'main', { normal: 96, late: 3, unknown: 5 }, 'fail', ['rate']],
  ['主三', 'main', { normal: 176, late: 4 }, 'pass', []],
  ['主四', 'main', { normal: 195, late: 5 }, 'fail', ['dark-cap']],
  ['主五', 'national', { normal: 250, working: 7 }, 'pass', []],
  ['支一', 'street', { normal: 38, late: 1, working: 1 }, 'pass', []],
  ['支二', 'lane', { normal: 57, late: 3 }, 'fail', ['dark-cap']],
  ['支三', 'secondary', { normal: 18, late: 1 }, 'fail', ['rate']],
  ['支四', 'street', { unknown: 6 }, 'unknown', ['no-answer']],
  ['专路', 'ring', { normal: 10, late: 1 }, 'unknown', ['no-rule']],
]

test('the verdict of every road equals the fixture', () => {
  const lamps = FIXTURE.flatMap(([name, roadClass, counts], index) => road(name, roadClass, counts, index))
  const { roads } = rateRoads(lamps, ruleOf('changsha'), { stops: everyStop(lamps), patrol: RULES })
  for (const [name, , counts, standing, reasons] of FIXTURE) {
    const found = roads.find((one) => one.road === name)
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    expect(found, name).toMatchObject({ standing, verdict: standing, reasons, lamps: total, seen: total })
  }
  expect(roads.map(({ verdict }) => verdict)).toEqual([
    ...Array(4).fill('fail'),
    ...Array(2).fill('unknown'),
    ...Array(4).fill('pass'),
  ])
})

test('a class is held to the rate of all its roads together', () => {
  const lamps = [...road('甲', 'main', { normal: 980, late: 20 }, 0), ...road('乙', 'main', { normal: 97, late: 3 }, 1)]
  const { classes } = rateRoads(lamps, ruleOf('changsha'), { stops: [], patrol: RULES })
  expect(classes).toMatchObject([
    { lamps: 1100, lit: 1077, dark: 23, percent: 97.91, leastPercent: 98, verdict: 'fail' },
    { lamps: 0, percent: null, verdict: 'unknown' },
  ])
})

test('where a rule has no rate for one road, each is held to that of all; and it has no caps', () => {
  const lamps = road('主', 'main', { normal: 975, late: 25 }, 0)
  const { roads } = rateRoads(lamps, ruleOf('hebei'), { stops: everyStop(lamps), patrol: RULES })
  expect(roads).toMatchObject([{ leastPercent: 98, mostDark: null, percent: 97.5, verdict: 'fail', reasons: ['rate'] }])
})

test('a road that the night patrol did not pass is unknown, and what its statuses say stands beside', () => {
  const lamps = [...road('去过', 'main', { normal: 40 }, 0), ...road('没去', 'main', { normal: 20, late: 20 }, 1)]
  const stops = everyStop(lamps.slice(0, 40))
  const { roads } = rateRoads(lamps, ruleOf('changsha'), { stops, patrol: RULES })
  expect(roads).toMatchObject([
    { road: '没去', verdict: 'unknown', standing: 'fail', seen: 0, reasons: ['rate', 'dark-cap', 'not-patrolled'] },
    { road: '去过', verdict: 'pass', standing: 'pass', seen: 40, reasons: [] },
  ])
  expect([...unseenRoads(lamps, { stops, patrol: RULES })]).toEqual(['没去'])
  // One stop at the end of a long road is not enough of it.
  const one = rateRoads(lamps, ruleOf('changsha'), { stops: stops.slice(0, 1), patrol: RULES }).roads
  expect(one.find(({ road: name }) => name === '去过')).toMatchObject({ verdict: 'unknown', seen: 6 })
})
