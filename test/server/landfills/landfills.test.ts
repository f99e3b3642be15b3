import { expect, test } from 'vitest'
import { TOWN, testCity } from '../../support/test-city.ts'

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
