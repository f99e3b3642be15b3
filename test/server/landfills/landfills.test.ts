import { expect, test } from 'vitest'
import { lamp, NOW, TOWN, testCity } from '../../support/test-city.ts'

const ID = '540626L0501000001'
const KEY = 'k'.repeat(40)
const landfill = TOWN.find(({ id }) => id === ID)

async function town(fields: Record<string, unknown>) {
  if (!landfill) throw new Error('no landfill')
  const assets = [{ ...landfill, fields: { capacityM3: 120_000, ...fields } as typeof landfill.fields }]
  const city = await testCity({ assets, settings: { writeKey: KEY } })
  return { city, planner: await city.as('planner') }
}

test('the outlook tells what is in it, when it is full and how sure that is', async () => {
  const { planner } = await town({ filledM3: 60_000, dailyTonnes: 40, compaction: 0.8, openedOn: '2021-01-01' })
  const { landfills } = await planner.json('/api/landfills')
  expect(landfills).toMatchObject([
    {
      ...{ id: ID, filledM3: 60_000, remainingM3: 60_000, tonnesPerDay: 40, tonnesFrom: 'asset', coverAssumed: true },
      foresight: { method: 'weighed-input', m3PerDay: 50 },
      backtest: { tries: 0, heldPercent: null },
    },
  ])
  const fan = landfills[0].foresight.fan
  expect(fan[0]).toMatchObject({ p10: 60_000, p90: 60_000 })
  expect(fan.at(-1).p10).toBe(0)
})

test('what the weighbridge says goes before what the thing says, and a what-if takes it', async () => {
  const { city, planner } = await town({ filledM3: 60_000, dailyTonnes: 99, compaction: 0.8 })
  const readings = [1, 2, 2].map((day, index) => ({
    ...{ thingId: ID, quantity: 'weighbridge-t', at: `2026-04-2${day}T0${index}:00:00Z`, value: day === 1 ? 30 : 25 },
  }))
  await city.guest.post('/api/readings', { readings }, { Authorization: `Bearer ${KEY}` })
  const { landfills } = await planner.json('/api/landfills')
  expect(landfills[0]).toMatchObject({
    tonnesPerDay: 40,
    tonnesFrom: 'weighbridge',
    weighed: [{ tonnes: 30 }, { tonnes: 50 }],
  })
  const compared = await (await planner.post(`/api/landfills/${ID}/what-if`, { elsewhereTpd: 10 })).json()
  expect(compared).toMatchObject({ asIsM3PerDay: 50, changedM3PerDay: 37.5 })
  expect(compared.tookMs).toBeLessThan(50)
})

test('a landfill that nobody surveyed is refused, and so is what makes no sense', async () => {
  const { planner } = await town({})
  const ask = (id: string, asked: object) => planner.problem(planner.post(`/api/landfills/${id}/what-if`, asked))
  expect(await ask(ID, {})).toMatchObject({ status: 409, code: 'no-survey' })
  expect(await ask('none', {})).toMatchObject({ status: 404, code: 'unknown-landfill' })
  expect(await ask(ID, { coverShare: 2 })).toMatchObject({ status: 400, parameter: 'coverShare' })
  const unlike = {
    cellM: 1,
    before: [
      [1, 2],
      [3, 4],
    ],
    after: [
      [1, 2, 3],
      [3, 4, 5],
    ],
  }
  expect(await planner.problem(planner.post('/api/landfills/volume', unlike))).toMatchObject({
    status: 400,
    parameter: 'after',
  })
})

test('a flare is as its flame was measured, with since when and what was read last; put out by hand it is as registered', async () => {
  if (!landfill) throw new Error('no landfill')
  const flare = (number: number, status: string) =>
    lamp(number, {
      id: `540626L050400000${number}`,
      ...{ layer: 'landfill-flares', name: `${number} 号火炬`, status, code: 'L0504', edition: 'local' },
      fields: { landfill: ID, ratedM3h: 150, outBelowC: 500 },
    })
  const own = { ...landfill, fields: { capacityM3: 120_000, filledM3: 60_000 } as typeof landfill.fields }
  const assets = [own, flare(1, 'burning'), flare(2, 'standby'), flare(3, 'burning')]
  const city = await testCity({ assets, settings: { writeKey: KEY } })
  const planner = await city.as('planner')
  const flares = async () => (await planner.json('/api/landfills')).landfills[0].flares
  const nothing = { readAt: null, temperatureC: null, methanePercent: null, gasM3h: null, caseId: null }
  expect(await flares()).toMatchObject(
    [1, 2, 3].map((n) => ({ id: `540626L050400000${n}`, ...nothing, outBelowC: 500 })),
  )
  const now = Date.parse(NOW)
  const at = (hoursAgo: number) => new Date(now - hoursAgo * 3_600_000).toISOString()
  const read = (n: number, quantity: string, value: number, hoursAgo: number) => ({
    ...{ thingId: `540626L050400000${n}`, quantity: `flare-${quantity}`, value, at: at(hoursAgo) },
  })
  const readings = [
    ...[read(1, 'temperature-c', 900, 9), read(1, 'temperature-c', 20, 5), read(1, 'temperature-c', 30, 1)],
    ...[read(1, 'methane-percent', 47, 9), read(1, 'methane-percent', 51, 2), read(1, 'gas-m3h', 80, 1)],
    ...[read(2, 'temperature-c', 3, 1), read(3, 'temperature-c', 900, 49)],
  ]
  const sent = await city.guest.post('/api/readings', { readings }, { Authorization: `Bearer ${KEY}` })
  const { cases } = await sent.json()
  expect(cases).toHaveLength(1)
  expect(await flares()).toMatchObject([
    {
      ...{ status: 'out', since: at(5), readAt: at(1), temperatureC: 30, methanePercent: 51, gasM3h: 80 },
      caseId: cases[0],
    },
    { status: 'standby', readAt: at(1), temperatureC: 3, caseId: null },
    { status: 'no-answer', since: at(49), temperatureC: 900 },
  ])
  const lit = [read(1, 'temperature-c', 880, 0)]
  await city.guest.post('/api/readings', { readings: lit }, { Authorization: `Bearer ${KEY}` })
  expect((await flares())[0]).toMatchObject({ status: 'burning', since: at(0), temperatureC: 880, caseId: null })
})

test('two surveys as large as they may be are taken, and one square more is not; what no square tells is refused', async () => {
  const { city, planner } = await town({})
  const rows = (size: number, height: (x: number, y: number) => number | null) =>
    Array.from({ length: size }, (_, y) => Array.from({ length: size }, (_, x) => height(x, y)))
  const send = (size: number, after: (x: number, y: number) => number | null) =>
    planner.post('/api/landfills/volume', { cellM: 0.5, before: rows(size, () => 4500.125), after: rows(size, after) })
  const sent = await send(400, () => 4501.625)
  expect(sent.status).toBe(200)
  expect(await sent.json()).toMatchObject({ netM3: 59_700.375, areaM2: 39_800.25, missing: 0 })
  expect((await planner.problem(send(401, () => 4501))).status).toBe(400)
  expect(await planner.problem(send(3, (x) => (x === 1 ? null : 1)))).toMatchObject({ status: 400, parameter: 'after' })
  const heavy = { cellM: 1, before: rows(2, () => 1), after: 'x'.repeat(5 * 2 ** 20) }
  expect((await planner.problem(planner.post('/api/landfills/volume', heavy))).status).toBe(413)
  expect((await city.guest.post('/api/landfills/volume', heavy)).status).toBe(401)
})
