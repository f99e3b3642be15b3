import highsLoader from 'highs'
import { beforeAll, expect, test } from 'vitest'
import { GREEDY_SHARE } from '../../../../server/insight/coverage/cover-problem.ts'
import { type ProposalTask, proposeSites } from '../../../../server/insight/coverage/propose-sites.ts'
import { sweepSites } from '../../../../server/insight/coverage/sweep-sites.ts'
import { dice } from './made-covers.ts'
import { at, ORIGIN, rule, street, things } from './made-streets.ts'

let highs: Awaited<ReturnType<typeof highsLoader>>
beforeAll(async () => {
  highs = await highsLoader()
})

test('a gap is closed with as few as there can be, spread evenly, around what is in the way', () => {
  const every = (step: number, to: number) => Array.from({ length: to / step }, (_, i) => (i + 1) * step)
  expect(sweepSites({ from: 0, to: 250 }, every(5, 250), 100)).toEqual([85, 165])
  expect(sweepSites({ from: 0, to: 200 }, every(5, 200), 100)).toEqual([100])
  expect(sweepSites({ from: 0, to: 100 }, every(5, 100), 100)).toEqual([])
  const crossing = every(5, 300).filter((metres) => metres < 90 || metres > 110)
  const sites = sweepSites({ from: 0, to: 300 }, crossing, 100)
  expect(sites).toHaveLength(3)
  expect([0, ...sites, 300].every((metres, i, all) => i === 0 || metres - (all[i - 1] ?? 0) <= 100)).toBe(true)
  for (let seed = 1; seed <= 50; seed += 1) {
    const random = dice(seed)
    const places = Array.from({ length: 12 }, () => Math.floor(random() * 300)).sort((a, b) => a - b)
    const closes = (bits: number): boolean => {
      const stops = [0, ...places.filter((_, i) => bits & (1 << i)), 300]
      return stops.every((metres, i) => i === 0 || metres - (stops[i - 1] ?? 0) <= 90)
    }
    const ones = (bits: number): number => bits.toString(2).replaceAll('0', '').length
    const counts = Array.from({ length: 2 ** 12 }, (_, bits) => (closes(bits) ? ones(bits) : 99))
    const fewest = Math.min(...counts)
    if (fewest < 99) expect(sweepSites({ from: 0, to: 300 }, places, 90), `seed ${seed}`).toHaveLength(fewest)
  }
})

const none = new Float64Array(0)
const ROAD = street('东西路', [
  [0, 0],
  [1000, 0],
])
const CROSS = street('学府路', [
  [500, -20],
  [500, 20],
])
const task = (of: Partial<ProposalTask>): ProposalTask => ({
  ground: {
    ...{ origin: ORIGIN, streets: [ROAD, CROSS], areas: [], ways: undefined, nowMs: 0 },
    blocks: { count: 0, lng: none, lat: none, population: none },
    things: { bins: things(Array.from({ length: 11 }, (_, i) => at(i * 100, -6))) },
  },
  set: {
    id: 'made',
    name: { zh: '规', en: 'R' },
    layer: 'bins',
    standing: true,
    validFrom: null,
    version: 0,
    rules: [rule()],
  },
  ...{ goal: 'close', quality: {}, toleranceMetres: 6, stepMetres: 5, limitSeconds: 5 },
  ...of,
})
const run = (of: Partial<ProposalTask>, solver: typeof highs | null = highs) => {
  const steps = proposeSites(task(of), solver ?? undefined)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

test('the north side of a kilometre is closed with the fewest bins, none of them in the crossing', () => {
  const { sites, before, after, proved, method } = run({})
  expect({ before: Math.round(before), after, proved, method }).toEqual({
    ...{ before: 1000, after: 0, proved: true, method: 'sweep' },
  })
  // Nine would do were it not for the crossing at 500 m.
  expect(sites).toHaveLength(10)
  expect(sites.every(({ where, road }) => where === 'north' && road === '东西路')).toBe(true)
  expect(sites.filter(({ alongMetres }) => Math.abs(alongMetres - 500) < 10)).toEqual([])
})

test('three bins serve 300 m more, exactly and greedily', () => {
  const exact = run({ goal: 'budget', sites: 3 })
  expect(exact).toMatchObject({ method: 'exact', proved: true, unit: 'metres', guarantee: 1 })
  expect(exact.gain).toBeCloseTo(300, 1)
  const greedy = run({ goal: 'budget', sites: 3 }, null)
  expect(greedy.method).toBe('greedy')
  expect(greedy.gain).toBeGreaterThan(300 * GREEDY_SHARE)
  expect(greedy.bound).toBeGreaterThanOrEqual(300 - 1e-6)
})
