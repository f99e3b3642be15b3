import { expect, test } from 'vitest'
import type { PatrolRoute } from '../../../server/contract/lighting.ts'
import { complaint, NOW, testCity, visit } from '../../support/test-city.ts'

const NIGHT = '2026-04-30T22:00:00+08:00'
const stop = (index: number, lng: number) =>
  visit(index, { kind: 'night-patrol', at: NIGHT, location: [lng, 31.886], venueId: null })

test('the lit rate is of last night, road by road, with the dark lamps and their cases', async () => {
  const city = await testCity({
    cases: [complaint(1, { assetId: '54062601037000001', status: 'filed' })],
    inspections: [stop(1, 93.785), stop(2, 93.787), stop(3, 93.789), stop(4, 93.791), stop(5, 93.793), stop(6, 93.795)],
  })
  const planner = await city.as('planner')
  const rated = await planner.json('/api/lighting/rate')
  expect(rated).toMatchObject({
    rule: { id: 'changsha', source: 'yakdoc.com/258797' },
    night: { stops: 6 },
    roads: [
      { road: '藏北路', lamps: 40, lit: 36, dark: 4, percent: 90, roadIds: ['540626L0101000001'], verdict: 'fail' },
    ],
  })
  expect(rated.dark).toHaveLength(4)
  expect(rated.dark.filter((lamp: { case: unknown }) => lamp.case)).toMatchObject([{ id: '54062601037000001' }])
  expect((await planner.json('/api/lighting/rate?rule=hebei')).rule.id).toBe('hebei')
  expect(await planner.refusal('/api/lighting/rate?rule=none')).toMatchObject({ status: 404, code: 'unknown-rule' })
  expect(await planner.refusal('/api/lighting/year?year=12')).toMatchObject({ status: 400, parameter: 'year' })
  expect((await planner.json('/api/lighting/year')).nights).toHaveLength(365)
})

test('without a patrol last night nothing is known of a road', async () => {
  const city = await testCity({
    inspections: [stop(1, 93.785)].map((one) => ({ ...one, at: '2026-04-29T22:00:00+08:00' })),
  })
  const rated = await (await city.as('planner')).json('/api/lighting/rate')
  expect(rated.roads).toMatchObject([{ verdict: 'unknown', standing: 'fail' }])
})

test('planner, supervisor and commander read of lamps; a wall, a guest and an auditor do not', async () => {
  const city = await testCity()
  for (const role of ['planner', 'supervisor', 'commander'] as const)
    expect((await (await city.as(role)).get('/api/lighting/rules')).status).toBe(200)
  for (const role of ['screen', 'auditor', 'crew', 'acceptor', 'admin'] as const)
    expect((await (await city.as(role)).get('/api/lighting/rules')).status).toBe(403)
  expect((await city.get('/api/lighting/rules')).status).toBe(401)
})

test('dimming is reckoned from the lamps as they stand, and refused where it makes no sense', async () => {
  const planner = await (await testCity()).as('planner')
  const plan = { from: '23:00', to: '05:00', percent: 50, lampTypes: [''] }
  const saving = await (await planner.post('/api/lighting/dimming', plan)).json()
  expect(saving).toMatchObject({
    year: 2026,
    tariffAssumed: true,
    byType: [{ lamps: 40, dimmed: 40, kw: expect.closeTo(4.8, 9) }],
  })
  expect(saving.savedKwh).toBeCloseTo(4.8 * saving.dimmedHours * 0.5, 6)
  expect(await planner.problem(planner.post('/api/lighting/dimming', { ...plan, from: '25:00' }))).toMatchObject({
    ...{ status: 400, parameter: 'from' },
  })
})

test('a night patrol is laid out behind the requests, along the roads that carry the lamps', {
  timeout: 30_000,
}, async () => {
  const planner = await (await testCity({ now: () => new Date(NOW) })).as('planner')
  const asked = await planner.post('/api/lighting/patrols', { vehicle: 'foot', of: 'all' })
  expect(asked.status).toBe(202)
  let patrol = (await asked.json()) as PatrolRoute
  expect(patrol.progress).toBe(0)
  while (patrol.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 20))
    patrol = await planner.json(`/api/lighting/patrols/${patrol.id}`)
  }
  expect(patrol).toMatchObject({ state: 'done', progress: 1, lamps: 40 })
  // One straight road: there and back, which is the shortest.
  expect(patrol.route).toMatchObject({ gap: 0, metres: expect.closeTo((patrol.route?.requiredMetres ?? 0) * 2, 3) })
  const stretches = expect.closeTo(patrol.route?.requiredMetres ?? 0, 3)
  expect(patrol.route?.rounds).toMatchObject([
    { lamps: 40 - patrol.offRoad, roads: [{ road: '藏北路', lamps: 40 - patrol.offRoad, metres: stretches }] },
  ])
  expect(await planner.problem(planner.post('/api/lighting/patrols', { roads: ['没有的路'] }))).toMatchObject({
    ...{ status: 409, code: 'nothing-to-pass' },
  })
})
