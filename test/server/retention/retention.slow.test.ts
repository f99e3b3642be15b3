import { expect, test, vi } from 'vitest'
import { complainantRetention } from '../../../server/complainants/complainant-retention.ts'
import { lastDayOf } from '../../../server/contract/retention.ts'
import { originalRetention } from '../../../server/photos/original-retention.ts'
import { keepOriginal } from '../../../server/photos/photo-store.ts'
import { runRetentions } from '../../../server/retention/run-retentions.ts'
import type { Store } from '../../../server/store/store.ts'
import { newPlace, onEachEngine } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { everyTable, keysIn, NAME, plant, reported } from '../../support/plant.ts'
import { NOW, testCity } from '../../support/test-city.ts'

const now = () => new Date(NOW)
const daysAgo = (days: number, ms = 0) => new Date(now().getTime() - days * 86_400_000 + ms).toISOString()
const old = { receivedAt: daysAgo(500) }
const ended = (at: string) => ({ ...old, status: 'closed' as const, closedAt: at })

onEachEngine((_, engine) => {
  const kept = async (city: { store: Store }) => {
    const rows = await city.store.db.selectFrom('complainants').select('report_id').orderBy('report_id').execute()
    return rows.map(({ report_id }) => report_id)
  }

  test('who reported is kept to the last day and gone after it; while a case is open, for as long as it is', async () => {
    const cases = [
      reported(1, ended(daysAgo(365, -1))),
      reported(2, ended(daysAgo(365, 1))),
      reported(3, { ...old, status: 'handling' }),
      reported(4, { ...old, status: 'suspended' }),
    ]
    const city = await testCity({ engine, cases, unloaded: true })
    await plant(city, cases)
    const before = await city.store.head(SUO)
    const run = await runRetentions({ area: SUO, store: city.store, now }, [complainantRetention(365)])
    expect(run.gone).toEqual([{ name: 'complainants', days: 365, count: 1 }])
    expect(await kept(city)).toEqual(['report-2', 'report-3', 'report-4'])
    const rows = await city.store.readLog({ city: SUO, after: before.seq })
    expect(rows).toMatchObject([
      { kind: 'retention-run', entity: 'retention', actor: 'system:retention', after: { gone: [{ count: 1 }] } },
    ])
    expect(JSON.stringify(rows)).not.toContain('report-1')
    const again = await runRetentions({ area: SUO, store: city.store, now }, [complainantRetention(365)])
    expect(again.gone).toEqual([])
    expect((await city.store.head(SUO)).seq).toBe(before.seq + 1)
    expect(await city.store.verify(SUO)).toMatchObject({ ok: true })
  })

  test('a merged case ends with the one that it was merged into', async () => {
    const merged = { ...old, status: 'merged' as const }
    const cases = [
      reported(1, { ...merged, mergedInto: 'case-0003' }),
      reported(2, { ...merged, mergedInto: 'case-0004' }),
      reported(3, { ...old, status: 'handling' }),
      reported(4, ended(daysAgo(400))),
      // Two that were each merged into the other by mistake: no end is known, and the search for one ends.
      reported(5, { ...merged, mergedInto: 'case-0006' }),
      reported(6, { ...merged, mergedInto: 'case-0005' }),
    ]
    const city = await testCity({ engine, cases, unloaded: true })
    await plant(city, cases)
    await runRetentions({ area: SUO, store: city.store, now }, [complainantRetention(365)])
    expect(await kept(city)).not.toContain('report-2')
    expect(await kept(city)).toEqual(expect.arrayContaining(['report-1', 'report-3']))
  })

  test('a refused or void case, which has no day of closing, ends with its last step', async () => {
    const cases = [
      reported(1, { receivedAt: daysAgo(400), status: 'refused' }),
      reported(2, { receivedAt: daysAgo(300), status: 'void' }),
    ]
    const city = await testCity({ engine, cases, unloaded: true })
    await plant(city, cases)
    await runRetentions({ area: SUO, store: city.store, now }, [complainantRetention(365)])
    expect(await kept(city)).toEqual(['report-2'])
  })

  test('a start deletes what is past its day; the figures of the cases stay as they were', async () => {
    const place = await newPlace(engine)
    const cases = [reported(1, ended(daysAgo(400))), reported(2, { ...old, status: 'handling' })]
    const first = await testCity({ engine, place, cases, unloaded: true })
    await plant(first, cases)
    const keys = keysIn(first)
    const bytes = Buffer.from(`the face of ${NAME}`)
    await first.store.transaction(SUO, (tx) =>
      keepOriginal(tx, keys, { id: 'photo-1', caseId: 'case-0001', format: 'jpeg', bytes, at: new Date(daysAgo(450)) }),
    )
    const figures = (await first.store.db.selectFrom('cases').selectAll().orderBy('id').execute()).map((row) => ({
      ...row,
    }))

    await first.store.close()
    const city = await testCity({ engine, place, assets: [], cases: [] })
    await vi.waitFor(async () => expect((await everyTable(city.store)).get('photo_originals')).toBe(''), 5_000)
    expect(await kept(city)).toEqual(['report-2'])
    expect(await city.store.db.selectFrom('cases').selectAll().orderBy('id').execute()).toEqual(figures)
    const acceptor = await city.as('acceptor')
    expect((await acceptor.json('/api/cases/case-0001/complainants')).reports).toMatchObject([
      { kept: false, name: '' },
    ])
    expect(
      (await acceptor.post('/api/cases/case-0001/complainants/report-1/reveal', { reason: '回访诉求人' })).status,
    ).toBe(404)
    expect(
      (await acceptor.post('/api/cases/case-0002/complainants/report-2/reveal', { reason: '回访诉求人' })).status,
    ).toBe(200)
    expect(city.logged.filter(({ msg }) => msg === 'retention')).toMatchObject([
      {
        gone: [
          { name: 'complainants', count: 1 },
          { name: 'original-photos', count: 1 },
        ],
      },
    ])
    expect(JSON.stringify(city.logged)).not.toContain(NAME)
  })

  test('two nodes at once delete each once', async () => {
    const cases = Array.from({ length: 30 }, (_each, index) => reported(index + 1, ended(daysAgo(400))))
    const place = await newPlace(engine)
    const city = await testCity({ engine, place, cases, unloaded: true })
    await plant(city, cases)
    const other = engine === 'postgresql' ? await place.open() : city.store
    const runs = await Promise.all(
      [city.store, other].map((store) => runRetentions({ area: SUO, store, now }, [complainantRetention(365)])),
    )
    expect(runs.flatMap(({ gone }) => gone).reduce((sum, { count }) => sum + count, 0)).toBe(30)
  })

  test('more than a page goes in one run', async () => {
    const cases = Array.from({ length: 1_203 }, (_each, index) => reported(index + 1, ended(daysAgo(400))))
    const city = await testCity({ engine, cases, unloaded: true })
    await plant(city, cases)
    const run = await runRetentions({ area: SUO, store: city.store, now }, [
      complainantRetention(365),
      originalRetention(180),
    ])
    expect(run.gone).toEqual([{ name: 'complainants', days: 365, count: 1_203 }])
    expect(await kept(city)).toEqual([])
  })
})

test('a day is 24 hours before the instant', () => {
  expect(lastDayOf(new Date('2026-05-01T04:00:00Z'), 365)).toBe('2025-05-01T04:00:00.000Z')
})
