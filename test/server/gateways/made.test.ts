import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countFigures } from '../../../data/cities/suo/records/count-figures.ts'
import { FIGURES, SLACK } from '../../../data/cities/suo/records/figures-2024.ts'
import { makeRecords } from '../../../data/cities/suo/records/make-records.ts'
import { assetById, countAssets } from '../../../server/assets/asset-store.ts'
import { openArchives } from '../../../server/basemap/archives.ts'
import { countCases } from '../../../server/cases/case-store.ts'
import type { LogRow } from '../../../server/contract/log.ts'
import { CityNotEmpty } from '../../../server/gateways/made/city-not-empty.ts'
import { seedMadeCity } from '../../../server/gateways/made/seed-made-city.ts'
import { writeMadeCity } from '../../../server/gateways/made/write-made-city.ts'
import { readCity } from '../../../server/store/describe-city.ts'
import { openStore } from '../../../server/store/open-store.ts'
import type { Store } from '../../../server/store/store.ts'
import { smallTown } from '../../data/cities/small-town.ts'

const city = smallTown()
const NOW = '2025-03-01T12:00:00+08:00'
const records = makeRecords({ assets: city.assets, centre: city.centre, area: city.area, seed: 7, now: NOW })
const folders: string[] = []
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gridkeeper-made-'))
  folders.push(folder)
  return folder
}
const logOf = async (store: Store) => {
  const rows: LogRow[] = []
  for (;;) {
    const more = await store.readLog({ city: city.area, after: rows.at(-1)?.seq ?? 0, limit: 5_000 })
    if (more.length === 0) return rows
    rows.push(...more)
  }
}

let store: Store
let mapDir = ''
let log: LogRow[] = []
const steps: string[] = []
beforeAll(async () => {
  const dataDir = await newFolder()
  mapDir = dataDir
  store = await openStore({ dataDir })
  await seedMadeCity({ store, city, records, dataDir, report: (step) => steps.push(step) })
  log = await logOf(store)
})
afterAll(async () => {
  await store.close()
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

describe('seeding a made city', () => {
  test('draws a base map and a relief that can be opened', async () => {
    const archives = openArchives(mapDir, undefined)
    const basemap = await archives.basemap()
    const relief = await archives.relief()
    await archives.close()
    expect([basemap, relief].map((archive) => archive !== undefined)).toEqual([true, true])
  })

  test('describes it as a demo and writes every thing', async () => {
    expect(await readCity(store.db, city.area)).toEqual({
      name: city.name,
      centre: city.centre,
      zoom: city.zoom,
      bounds: city.bounds,
      demo: true,
    })
    const counts = await countAssets(store.db, city.area)
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
    expect(total).toBe(city.assets.length)
    expect(steps).toEqual(['basemap', 'relief', 'rows'])
  })

  test('leaves one log row for each fact, in the order of time, unbroken', async () => {
    expect(log).toHaveLength(1 + city.assets.length + records.length)
    expect(log[0]?.kind).toBe('city-described')
    expect(log.every(({ at }, i) => at >= (log[i - 1]?.at ?? ''))).toBe(true)
    expect(log.every(({ actor }) => actor === 'made:suo')).toBe(true)
    expect((await store.verify(city.area)).ok).toBe(true)
  })

  test('keeps the last state of each case and thing', async () => {
    expect(await countCases(store.db, city.area)).toBe(records.filter(({ kind }) => kind === 'case-received').length)
    const changed = records.findLast(({ entity }) => entity === 'asset')
    const asset = await assetById(store.db, city.area, changed?.entityId ?? '')
    expect(asset?.status).toBe(changed?.after.status)
    expect(asset?.changedAt).toBe(changed?.at)
  })

  test('tells in the log how the meltwater was answered', () => {
    const told = log.filter(({ reason }) => reason !== null)
    expect(told.map(({ kind, reason }) => [kind, reason])).toEqual([['case-handled', '调挖掘机 1 台，埋管接入下水道']])
  })

  test('starts the things calm: what goes wrong goes wrong in a record', () => {
    const added = log.filter(({ kind }) => kind === 'asset-added')
    const lamps = added.filter(({ entityId }) => entityId.startsWith(`${city.area}01037`))
    expect(lamps.map(({ after }) => (after as { status: string }).status)).not.toContain('fault')
  })

  test('is refused where there is data, and changes nothing', async () => {
    const dataDir = await newFolder()
    const again = { store, city, records, dataDir, report: () => undefined }
    await expect(seedMadeCity(again)).rejects.toThrow(CityNotEmpty)
    await expect(writeMadeCity(store, city, records)).rejects.toThrow(CityNotEmpty)
    expect((await store.head(city.area)).seq).toBe(log.length)
  })

  test('leaves nothing behind when it breaks in the middle, and can be done again', async () => {
    const dataDir = await newFolder()
    const other = await openStore({ dataDir })
    const broken = records.with(-1, {
      ...records[records.length - 1],
      after: { id: 'no state' },
    } as (typeof records)[number])
    await expect(writeMadeCity(other, city, broken)).rejects.toThrow()
    expect((await other.head(city.area)).seq).toBe(0)
    expect((await countAssets(other.db, city.area)).size).toBe(0)
    await seedMadeCity({ store: other, city, records: records.slice(0, 500), dataDir, report: () => undefined })
    expect((await other.head(city.area)).seq).toBe(1 + city.assets.length + 500)
    await other.close()
  })
})

describe('the figures of 2024, counted from the log', () => {
  test.each(FIGURES)('$id is $value', ({ id, value, atLeast }) => {
    const count = countFigures(log)[id] ?? Number.NaN
    expect(count).toBeGreaterThanOrEqual(value)
    expect(count).toBeLessThan(value + (atLeast ? SLACK : 1e-9))
  })
})
