import { expect, test } from 'vitest'
import { lamp, TOWN, testCity } from '../../support/test-city.ts'

const WELL = '540626L0503000001'
const LANDFILL = '540626L0501000001'
const KEY = 'k'.repeat(40)
const well = lamp(0, {
  id: WELL,
  ...{ layer: 'landfill-wells', name: '1 号监测井', status: 'normal', code: 'L0503', edition: 'local' },
  fields: { landfill: LANDFILL, levelM: 3, warningLevelM: 5 },
})

const FLARE = '540626L0504000001'
const flare = (status: string) =>
  lamp(0, {
    id: FLARE,
    ...{ layer: 'landfill-flares', name: '1 号火炬', status, code: 'L0504', edition: 'local' },
    fields: { landfill: LANDFILL, ratedM3h: 150, outBelowC: 500 },
  })

async function town(flareIs = 'burning') {
  const city = await testCity({ assets: [...TOWN, well, flare(flareIs)], settings: { writeKey: KEY } })
  const planner = await city.as('planner')
  const send = (readings: object[]) =>
    city.guest.post('/api/readings', { readings }, { Authorization: `Bearer ${KEY}` })
  const level = async (minute: number, value: number) => {
    const at = new Date(Date.parse('2026-05-01T03:00:00Z') + minute * 60_000).toISOString()
    return (await send([{ thingId: WELL, quantity: 'leachate-level-m', at, value }])).json()
  }
  return { city, planner, send, level }
}

test('an excursion above the warning level is one case, with the ordinary clock', async () => {
  const { city, planner, level } = await town()
  expect(await level(0, 4.9)).toMatchObject({ taken: 1, cases: [] })
  const { cases } = await level(1, 5.2)
  expect(cases).toHaveLength(1)
  for (const [minute, value] of [
    [2, 4.95],
    [3, 5.3],
    [4, 4.85],
    [5, 5.1],
  ] as const)
    expect(await level(minute, value)).toMatchObject({ taken: 1, cases: [] })
  const found = await planner.json(`/api/cases/${cases[0]}`)
  expect(found).toMatchObject({
    ...{ source: 'sensor', kind: 'matter', code: 'L0503', assetId: WELL, address: '1 号监测井' },
    problem: '渗滤液水位超过警戒水位（5.2 > 5）',
  })
  expect(await planner.json('/api/readings/alarms')).toMatchObject({
    alarms: [{ thingId: WELL, raised: true, value: 5.1, limit: 5, caseId: cases[0] }],
  })
  // Over, and above again, while its case is still open: no second one.
  await level(6, 4)
  expect(await level(7, 6)).toMatchObject({ cases: [] })
  const lead = await city.as('acceptor')
  expect((await lead.post(`/api/cases/${cases[0]}/actions/refuse`, { reason: '试验' })).status).toBe(200)
  await level(8, 4)
  expect((await level(9, 6)).cases).toHaveLength(1)
})

test('what was sent before, or is older, raises nothing; what is of no thing is named', async () => {
  const { planner, send, level } = await town()
  await level(5, 4)
  expect(await level(5, 9)).toMatchObject({ taken: 0, repeated: 1, cases: [] })
  expect(await level(1, 9)).toMatchObject({ taken: 1, cases: [] })
  const strange = { thingId: 'nothing', quantity: 'weighbridge-t', at: '2026-05-01T03:00:00Z', value: 3 }
  expect(await (await send([strange])).json()).toMatchObject({ taken: 0, unknown: ['nothing'] })
  const { series } = await planner.json(`/api/readings?thing=${WELL}&quantity=leachate-level-m`)
  expect(series).toMatchObject([{ limit: 5, points: [{ value: 9 }, { value: 4 }] }])
})

test('readings come by the key alone', async () => {
  const { city, planner } = await town()
  expect((await city.guest.post('/api/readings', { readings: [] })).status).toBe(401)
  expect((await planner.post('/api/readings', { readings: [] })).status).toBe(403)
  expect((await city.get('/api/readings/alarms')).status).toBe(401)
  const bad = await city.guest.post('/api/readings', { readings: [] }, { Authorization: `Bearer ${KEY}` })
  expect(await planner.problem(bad)).toMatchObject({ status: 400, parameter: 'readings' })
})

test('a dam that moves is an emergency', async () => {
  const { planner, send } = await town()
  const moved = {
    thingId: LANDFILL,
    quantity: 'dam-displacement-mm',
    channel: '坝顶 2',
    at: '2026-05-01T03:00:00Z',
    value: 31,
  }
  const { cases } = await (await send([moved])).json()
  expect(await planner.json(`/api/cases/${cases[0]}`)).toMatchObject({
    ...{ code: 'L0501', urgency: 'emergency', problem: '垃圾坝位移超过限值（31 > 20，坝顶 2）' },
  })
})

const flame = (minute: number, value: number) => ({
  ...{ thingId: FLARE, quantity: 'flare-temperature-c', value },
  at: new Date(Date.parse('2026-05-01T03:00:00Z') + minute * 60_000).toISOString(),
})

test('a flame under its temperature is a flare gone out: one case, over only when it is well above again', async () => {
  const { planner, send } = await town()
  const tell = async (minute: number, value: number) => (await send([flame(minute, value)])).json()
  // At the temperature itself it burns.
  expect(await tell(0, 500)).toMatchObject({ taken: 1, cases: [] })
  const { cases } = await tell(1, 499)
  expect(cases).toHaveLength(1)
  expect(await planner.json(`/api/cases/${cases[0]}`)).toMatchObject({
    ...{ source: 'sensor', kind: 'matter', code: 'L0504', assetId: FLARE, address: '1 号火炬' },
    problem: '填埋气火炬熄灭（499 < 500）',
  })
  const raised = async () => (await planner.json('/api/readings/alarms')).alarms[0].raised
  await tell(2, 549)
  expect(await raised()).toBe(true)
  await tell(3, 550)
  expect(await raised()).toBe(false)
  expect(await tell(4, 12)).toMatchObject({ cases: [] })
})

test('a flare that stands by is cold without alarm, and so is one that was put out after it had gone out', async () => {
  const { planner, send } = await town('standby')
  expect(await (await send([flame(0, 4)])).json()).toMatchObject({ taken: 1, cases: [] })
  expect(await planner.json('/api/readings/alarms')).toMatchObject({
    alarms: [{ raised: false, value: 4, limit: 500 }],
  })
})
