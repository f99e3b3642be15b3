import { expect, test } from 'vitest'
import type { Asset } from '../../../server/contract/asset.ts'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import { lamp, TOWN, testCity } from '../../support/test-city.ts'

const ID = '540626L0501000001'
const KEY = 'k'.repeat(40)
const DAY_MS = 86_400_000
const landfill = (fields: Asset['fields'] = {}): Asset => {
  const own = TOWN.find(({ id }) => id === ID)
  if (!own) throw new Error('no landfill')
  const known = { capacityM3: 120_000, filledM3: 60_000, dailyTonnes: 99, compaction: 0.8 }
  return { ...own, fields: { ...known, ...fields } as Asset['fields'] }
}
const cell = (n: number, status: string, fields: Asset['fields']): Asset =>
  lamp(0, {
    id: `540626L050200000${n}`,
    ...{ layer: 'landfill-cells', name: `${n} 号填埋区`, status, code: 'L0502', edition: 'local', fields },
  })
const well = (n: number, fields: Asset['fields']): Asset =>
  lamp(0, {
    id: `540626L050300000${n}`,
    ...{ layer: 'landfill-wells', name: `${n} 号井`, status: 'normal', code: 'L0503', edition: 'local', fields },
  })

async function outlookOf(assets: Asset[], readings: object[] = []): Promise<LandfillOutlook> {
  const city = await testCity({ assets, settings: { writeKey: KEY } })
  if (readings.length > 0) await city.guest.post('/api/readings', { readings }, { Authorization: `Bearer ${KEY}` })
  const { landfills } = await (await city.as('planner')).json('/api/landfills')
  return landfills[0]
}
const reading = (quantity: string, at: string, value: number, more: object = {}) => ({
  ...{ thingId: ID, quantity, at, value, ...more },
})

test('the room that is left is the whole’s, whatever its cells say; cells and wells of another landfill are not its own', async () => {
  const outlook = await outlookOf([
    landfill(),
    cell(1, 'closed', { landfill: ID, capacityM3: 30_000, filledM3: 30_000 }),
    cell(2, 'filling', { landfill: ID, capacityM3: 50_000 }),
    cell(3, 'filling', { landfill: 'another', capacityM3: 50_000, filledM3: 1 }),
    well(1, { landfill: ID, levelM: 3 }),
    well(2, { landfill: 'another', levelM: 3, warningLevelM: 2 }),
  ])
  expect(outlook.remainingM3).toBe(60_000)
  expect(outlook.cells.map(({ name, filledM3 }) => [name, filledM3])).toEqual([
    ['1 号填埋区', 30_000],
    ['2 号填埋区', null],
  ])
  expect(outlook.wells).toMatchObject([{ name: '1 号井', levelM: 3, warningLevelM: null, belowWarningM: null }])
})

test('a well stands as its highest sensor says, and as registered only where none has told', async () => {
  const level = (n: number, channel: string, value: number) =>
    reading('leachate-level-m', '2026-05-01T03:00:00Z', value, { thingId: `540626L050300000${n}`, channel })
  const told = { landfill: ID, levelM: 3, warningLevelM: 5 }
  const { wells } = await outlookOf(
    [landfill(), well(1, told), well(2, told), well(3, told)],
    [level(1, 'a', 5.5), level(1, 'b', 1), level(2, '', 2)],
  )
  expect(wells.map(({ levelM, belowWarningM, status }) => [levelM, belowWarningM, status])).toEqual([
    [5.5, -0.5, 'above-warning'],
    [2, 3, 'normal'],
    [3, 2, 'normal'],
  ])
})

test('weighings are summed by the day here, and the mean is of the last thirty that were weighed', async () => {
  const first = Date.parse('2026-03-11T10:00:00+08:00')
  const days = Array.from({ length: 40 }, (_, day) =>
    reading('weighbridge-t', new Date(first + day * DAY_MS).toISOString(), day < 10 ? 100 : 40),
  )
  // Both of the same day here, though not in UTC.
  const night = reading('weighbridge-t', '2026-04-20T17:30:00Z', 15)
  const noon = reading('weighbridge-t', '2026-04-21T04:00:00Z', 25)
  const { weighed, tonnesPerDay } = await outlookOf([landfill()], [...days, night, noon])
  expect(weighed).toHaveLength(41)
  expect(weighed.at(-1)).toEqual({ date: '2026-04-21', tonnes: 40 })
  expect(tonnesPerDay).toBe(40)
})

test('cover soil is told as a part of all that is filled, and assumed only where nobody told it', async () => {
  const at = '2026-04-20T04:00:00Z'
  // 32 t at 0.8 t/m³ are 40 m³; with 10 m³ of soil that is a fifth of 50.
  const soil = await outlookOf([landfill()], [reading('weighbridge-t', at, 32), reading('cover-soil-m3', at, 10)])
  expect(soil).toMatchObject({ coverShare: 0.2, coverAssumed: false })
  expect(await outlookOf([landfill()])).toMatchObject({ coverShare: 0.15, coverAssumed: true, tonnesFrom: 'asset' })
})

test('of what nobody knows there is no figure: no tonnes, no forecast', async () => {
  const unknown = { dailyTonnes: null, compaction: null }
  expect(await outlookOf([landfill(unknown)])).toMatchObject({
    ...{ tonnesPerDay: null, tonnesFrom: null, compaction: null, foresight: null, weighed: [], flares: [] },
    backtest: { tries: 0, heldPercent: null, meanErrorM3: null, meanErrorPercent: null },
  })
})

test('of several flames the coldest is told, of several pipes all the gas, and the poorest of it', async () => {
  const flare = lamp(0, {
    id: '540626L0504000001',
    ...{ layer: 'landfill-flares', name: '1 号火炬', status: 'burning', code: 'L0504', edition: 'local' },
    fields: { landfill: ID, ratedM3h: 150, outBelowC: 500 },
  })
  const read = (quantity: string, channel: string, value: number) =>
    reading(`flare-${quantity}`, '2026-05-01T03:00:00Z', value, { thingId: flare.id, channel })
  const { flares } = await outlookOf(
    [landfill(), flare],
    [
      ...[read('temperature-c', 'a', 900), read('temperature-c', 'b', 20)],
      ...[read('gas-m3h', 'a', 30), read('gas-m3h', 'b', 50), read('methane-percent', 'a', 52)],
      read('methane-percent', 'b', 47),
    ],
  )
  expect(flares).toMatchObject([{ status: 'out', temperatureC: 20, gasM3h: 80, methanePercent: 47 }])
})

test('a landfill held nothing on the day it was opened, by the day here: that is its first survey', async () => {
  const known = { openedOn: '2021-05-01', dailyTonnes: null, compaction: null }
  const { surveys, foresight } = await outlookOf([landfill(known)])
  expect(surveys).toMatchObject([{ at: '2021-04-30T16:00:00.000Z', filledM3: 0 }, { filledM3: 60_000 }])
  expect(foresight).toMatchObject({ method: 'weighed-input' })
})
