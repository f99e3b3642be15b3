import { expect, test } from 'vitest'
import { writeAssets } from '../../../server/assets/write-assets.ts'
import { onEachEngine } from '../../support/engines.ts'
import { by, entry, lamp, SUO } from '../../support/entries.ts'

onEachEngine((newPlace) => {
  test('what a transaction writes is there when it is acknowledged, after closing and opening too', async () => {
    const place = await newPlace()
    const store = await place.open()
    await store.transaction(SUO, (tx) => writeAssets(tx, { added: [lamp(1)] }, by()))
    await store.close()
    const again = await place.open()
    expect(await again.readLog({ city: SUO, after: 0 })).toMatchObject([
      { seq: 1, kind: 'asset-added', after: lamp(1) },
    ])
    expect(await again.db.selectFrom('assets').select('id').execute()).toEqual([{ id: lamp(1).id }])
  })

  test('a transaction that fails leaves neither state nor log, and the next seq has no hole', async () => {
    const store = await (await newPlace()).open()
    await store.transaction(SUO, (tx) => tx.append([entry()]))
    const failing = store.transaction(SUO, async (tx) => {
      await writeAssets(tx, { added: [lamp(1), lamp(2)] }, by())
      throw new Error('the file ends in the middle')
    })
    await expect(failing).rejects.toThrow('the file ends in the middle')
    expect(await store.db.selectFrom('assets').select('id').execute()).toEqual([])
    expect((await store.head(SUO)).seq).toBe(1)
    expect(await store.transaction(SUO, (tx) => tx.append([entry()]))).toBe(2)
    expect(await store.verify(SUO)).toMatchObject({ ok: true, rows: 2 })
  })

  test('nothing can be written past a transaction', async () => {
    const store = await (await newPlace()).open()
    await store.transaction(SUO, (tx) => tx.append([entry()]))
    await expect(store.db.deleteFrom('log').execute()).rejects.toThrow(/read.?only/i)
    expect((await store.head(SUO)).seq).toBe(1)
  })

  test('readers go on while a long transaction writes, and see nothing of it before it ends', async () => {
    const store = await (await newPlace()).open()
    let started = () => {}
    const writing = new Promise<void>((resolve) => {
      started = resolve
    })
    let mayEnd = () => {}
    const end = new Promise<void>((resolve) => {
      mayEnd = resolve
    })
    const long = store.transaction(SUO, async (tx) => {
      await tx.append([entry()])
      started()
      await end
    })
    await writing
    expect((await store.head(SUO)).seq).toBe(0)
    mayEnd()
    await long
    expect((await store.head(SUO)).seq).toBe(1)
  })

  test('seq counts from 1 in every city on its own', async () => {
    const store = await (await newPlace()).open()
    for (const city of ['540626', '530112', '540626']) await store.transaction(city, (tx) => tx.append([entry()]))
    expect([(await store.head('540626')).seq, (await store.head('530112')).seq]).toEqual([2, 1])
  })

  test('a city is a 6-digit code, and the time of an entry an instant', async () => {
    const store = await (await newPlace()).open()
    await expect(store.transaction('Suo', (tx) => tx.append([entry()]))).rejects.toThrow(
      '"Suo" is not a 6-digit area code',
    )
    await expect(store.transaction(SUO, (tx) => tx.append([entry({ at: 'soon' })]))).rejects.toThrow('"soon" is not')
    await expect(store.transaction(SUO, (tx) => tx.append([entry({ reason: 'a\0b' })]))).rejects.toThrow(
      'cannot be stored',
    )
  })

  test('the time of the log never goes back, whatever the clock says', async () => {
    const store = await (await newPlace()).open()
    const times = ['2026-01-01T08:00:00+08:00', '2025-12-31T23:00:00Z', '2026-01-01T00:00:01Z']
    await store.transaction(SUO, (tx) => tx.append(times.map((at) => entry({ at }))))
    const rows = await store.readLog({ city: SUO, after: 0 })
    expect(rows.map(({ at }) => at)).toEqual([
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T00:00:00.000Z',
      '2026-01-01T00:00:01.000Z',
    ])
  })

  test('closing waits for what runs, and a closed store refuses', async () => {
    const place = await newPlace()
    const store = await place.open()
    const writes = Array.from({ length: 20 }, () => store.transaction(SUO, (tx) => tx.append([entry()])))
    await store.close()
    await Promise.all(writes)
    await expect(store.transaction(SUO, (tx) => tx.append([entry()]))).rejects.toThrow('The store is closed')
    expect((await (await place.open()).head(SUO)).seq).toBe(20)
  })
})
