import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { bringDemoMeasures } from '../../../server/bring-demo-measures.ts'
import { listCases } from '../../../server/cases/case-store.ts'
import { writeMadeCity } from '../../../server/gateways/made/write-made-city.ts'
import { inspectionPoints } from '../../../server/inspections/inspection-store.ts'
import { keptAlarms, readingsOf } from '../../../server/readings/reading-store.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { smallTown } from '../../data/cities/small-town.ts'
import { SUO } from '../../support/entries.ts'

const LANDFILL = { id: `${SUO}L0501000001`, layer: 'landfills', name: '填埋场', status: 'operating', code: 'L0501' }
const ring = [0, 1, 2, 3, 0].map((at): [number, number] => [93.78 + (at % 3 ? 0.002 : 0), 31.9 + (at > 1 ? 0.002 : 0)])
const wells = [2.4, 3.1, 4.3].map((levelM, i) => ({
  ...{
    id: `${SUO}L050300000${i + 1}`,
    layer: 'landfill-wells',
    name: `${i + 1} 号井`,
    status: 'normal',
    code: 'L0503',
  },
  geometry: { type: 'Point' as const, coordinates: [93.781 + i * 1e-4, 31.901] as [number, number] },
  fields: { landfill: LANDFILL.id, levelM, warningLevelM: 5 },
}))

const flares = (['burning', 'standby'] as const).map((status, i) => ({
  ...{ id: `${SUO}L050400000${i + 1}`, layer: 'landfill-flares', name: `${i + 1} 号火炬`, status, code: 'L0504' },
  geometry: { type: 'Point' as const, coordinates: [93.7815 + i * 1e-4, 31.901] as [number, number] },
  fields: { landfill: LANDFILL.id, ratedM3h: 150, outBelowC: 500 },
}))

async function made() {
  const dataDir = await mkdtemp(join(tmpdir(), 'gridkeeper-measures-'))
  const store = await openStore({ dataDir })
  onTestFinished(async () => {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const town = smallTown()
  const landfill = {
    ...LANDFILL,
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
    fields: { dailyTonnes: 20, compaction: 0.8 },
  }
  const others = town.assets.filter(({ layer }) => !layer.startsWith('landfill'))
  await writeMadeCity(store, { ...town, assets: [...others, landfill, ...wells, ...flares] }, [])
  const bring = (at: string) => bringDemoMeasures(store, { area: SUO, dataDir, now: () => new Date(at) })
  const look = async () => ({
    readings: await Promise.all(
      (['leachate-level-m', 'weighbridge-t', 'cover-soil-m3'] as const).map((quantity) =>
        readingsOf(store.db, SUO, { things: [LANDFILL.id, ...wells.map(({ id }) => id)], quantity, sinceMs: 0 }),
      ),
    ),
    flames: await readingsOf(store.db, SUO, {
      ...{ things: flares.map(({ id }) => id), quantity: 'flare-temperature-c', sinceMs: 0 },
    }),
    alarms: (await keptAlarms(store.db, SUO)).map(({ caseId: _, ...alarm }) => alarm),
    cases: (await listCases(store.db, SUO, { filter: {}, limit: 50 })).cases.map(({ source, assetId, problem }) => ({
      source,
      assetId,
      problem,
    })),
    stops: await inspectionPoints(store.db, SUO, { kind: ['night-patrol'] }),
  })
  return { bring, look }
}

const NOW = '2026-11-20T21:36:00+08:00'

test('a demo city has a month of readings and weighings, one well above its warning level with its case, and a night of lamps', async () => {
  const { bring, look } = await made()
  await bring(NOW)
  const { readings, alarms, cases, stops } = await look()
  expect(readings.map(({ length }) => length)).toEqual([3 * 31, 31, 31])
  expect(readings[1]?.every(({ channel, value }) => channel === '演示数据' && value > 15 && value < 25)).toBe(true)
  expect(alarms.filter(({ raised }) => raised)).toMatchObject([{ thingId: wells[2]?.id, limit: 5 }])
  expect(cases).toMatchObject([{ source: 'sensor', assetId: wells[2]?.id }])
  expect(stops.length).toBeGreaterThan(0)
  const evening = [Date.parse('2026-11-19T18:00:00+08:00'), Date.parse('2026-11-20T08:00:00+08:00')] as const
  expect(stops.every(({ ms }) => ms > evening[0] && ms < evening[1])).toBe(true)
})

test('a flare of a demo city burns and another stands by cold, and neither is an alarm', async () => {
  const { bring, look } = await made()
  await bring(NOW)
  const { flames, alarms } = await look()
  const [burning, standby] = flares.map(({ id }) => flames.filter(({ thingId }) => thingId === id))
  expect([burning?.length, standby?.length]).toEqual([31, 31])
  expect(burning?.every(({ value }) => value > 800)).toBe(true)
  expect(standby?.every(({ value }) => value < 20)).toBe(true)
  expect(alarms.filter(({ quantity }) => quantity === 'flare-temperature-c').map(({ raised }) => raised)).toEqual([
    false,
    false,
  ])
})

test('the same now gives the same; a later start adds what is new, opens no second case and doubles nothing', async () => {
  const [one, other] = [await made(), await made()]
  await one.bring(NOW)
  await other.bring(NOW)
  const first = await one.look()
  expect(await other.look()).toEqual(first)
  await one.bring(NOW)
  expect(await one.look()).toEqual(first)
  await one.bring('2026-11-21T21:36:00+08:00')
  const later = await one.look()
  expect(later.readings.map(({ length }) => length)).toEqual([3 * 32, 32, 32])
  expect(later.cases).toEqual(first.cases)
  expect(later.stops.length).toBe(2 * first.stops.length)
})
