import { expect, test } from 'vitest'
import { greedyCover } from '../../../../server/insight/coverage/cover-problem.ts'
import { type ProposalTask, proposeSites } from '../../../../server/insight/coverage/propose-sites.ts'
import { at, box, ORIGIN, rule, street, things } from './made-streets.ts'

const none = new Float64Array(0)
const line = (name: string, north: number) =>
  street(name, [
    [0, north],
    [1000, north],
  ])
const homes = (places: readonly (readonly [east: number, north: number, people: number])[]) => ({
  count: places.length,
  lng: Float64Array.from(places, ([east, north]) => at(east, north)[0]),
  lat: Float64Array.from(places, ([east, north]) => at(east, north)[1]),
  population: Float64Array.from(places, ([, , people]) => people),
})

const propose = (of: Partial<ProposalTask>, ground: Partial<ProposalTask['ground']> = {}, one = rule()) => {
  const steps = proposeSites(
    {
      ground: {
        ...{ origin: ORIGIN, streets: [line('南街', 0), line('北街', 400)], ways: undefined, nowMs: 0 },
        areas: [
          { id: 'south', name: '南', rings: [box(-10, -100, 1100, 200)] },
          { id: 'north', name: '北', rings: [box(-10, 200, 1100, 500)] },
        ],
        blocks: { count: 0, lng: none, lat: none, population: none },
        things: { bins: things([]) },
        ...ground,
      },
      set: {
        ...{ id: 'made', name: { zh: '规', en: 'R' }, layer: 'bins', standing: true, validFrom: null, version: 0 },
        rules: [one],
      },
      ...{ goal: 'close', quality: {}, toleranceMetres: 6, stepMetres: 5, limitSeconds: 1 },
      ...of,
    },
    undefined,
  )
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const roadsOf = ({ sites }: ReturnType<typeof propose>): string[] => [...new Set(sites.map(({ road }) => road))].sort()

test('sites are looked for along the roads, or in the grid, that are asked for and nowhere else', () => {
  expect(roadsOf(propose({}))).toEqual(['北街', '南街'])
  expect(roadsOf(propose({ roadIds: ['北街'] }))).toEqual(['北街'])
  expect(roadsOf(propose({ gridId: 'south' }))).toEqual(['南街'])
  expect(propose({ gridId: 'south' }).before).toBeCloseTo(2_000, 0)
})

test('with a budget, what is left are the gaps that stay, and one that is closed is gone whole', () => {
  const short = street('短街', [
    [0, 0],
    [150, 0],
  ])
  const { before, after, gain, sites } = propose({ goal: 'budget', sites: 1 }, { streets: [short] })
  expect(sites).toHaveLength(1)
  expect([before, gain, after]).toEqual([300, 50, 150].map((metres) => expect.closeTo(metres, 0)))
})

test('the greedy choice’s bound holds where greed takes the wrong place first', () => {
  const problem = {
    weights: [1, 1, 1, 1, 1, 1],
    covers: [
      [0, 1, 2, 3],
      [0, 1, 4],
      [2, 3, 5],
    ],
  }
  expect(greedyCover(problem, 2)).toMatchObject({ gain: 5, bound: 6, proved: false, method: 'greedy' })
})

test('for a service it is people that count, all that are too far, and greed proves nothing', () => {
  const radius = rule({ measure: 'radius', maxMetres: 300 })
  const blocks = homes([
    [50, 10, 5],
    [60, 10, 6],
    [950, 10, 100],
    [500, 380, 40],
  ])
  const one = propose({ goal: 'budget', sites: 1 }, { blocks }, radius)
  expect(one).toMatchObject({ unit: 'people', gain: 100, before: 151, after: 51 })
  // 380 m off is too far, though not three times too far.
  const near = propose({ goal: 'budget', sites: 1 }, { blocks, things: { bins: things([at(500, 0)]) } }, radius)
  expect(near.before).toBe(151)
  expect(propose({}, { blocks }, radius)).toMatchObject({ after: 0, proved: false, method: 'greedy' })
})
