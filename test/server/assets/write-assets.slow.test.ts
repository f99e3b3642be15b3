import { describe, expect, test } from 'vitest'
import {
  assetById,
  assetsById,
  assetsOfLayer,
  boundsOfAssets,
  countAssets,
} from '../../../server/assets/asset-store.ts'
import { AssetMismatch, writeAssets } from '../../../server/assets/write-assets.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { historyOf } from '../../../server/store/read-log.ts'
import type { Store } from '../../../server/store/store.ts'
import { onEachEngine } from '../../support/engines.ts'
import { by, lamp, SUO } from '../../support/entries.ts'

const lampsOf = async (store: Store): Promise<Asset[]> => {
  const found: Asset[] = []
  for await (const page of assetsOfLayer(store.db, SUO, 'streetlights')) found.push(...page)
  return found
}
const lamps = (count: number) => Array.from({ length: count }, (_, index) => lamp(index + 1))

onEachEngine((newPlace) => {
  test('what is added, changed and removed stands in the table and, whole, in the log', async () => {
    const store = await (await newPlace()).open()
    await store.transaction(SUO, (tx) => writeAssets(tx, { added: lamps(3) }, by({ reason: '普查' })))
    const fault = lamp(2, { status: 'fault', fields: { powerW: 60, note: '' } })
    await store.transaction(SUO, (tx) => writeAssets(tx, { changed: [fault], removed: [lamp(3).id] }, by()))
    expect(await lampsOf(store)).toEqual([lamp(1), fault])
    expect(await store.readLog({ city: SUO, after: 2 })).toMatchObject([
      { kind: 'asset-added', entity: 'asset', entityId: lamp(3).id, after: lamp(3), reason: '普查' },
      { kind: 'asset-changed', entityId: fault.id, after: fault, reason: null },
      { kind: 'asset-removed', entityId: lamp(3).id, after: null },
    ])
    const history = await historyOf(store.db, { city: SUO, entity: 'asset', entityId: fault.id })
    expect(history.map(({ after }) => after)).toEqual([fault, lamp(2)])
    expect(await assetById(store.db, SUO, fault.id)).toEqual(fault)
    expect(await assetById(store.db, SUO, lamp(3).id)).toBeUndefined()
    expect([...(await assetsById(store.db, SUO, [lamp(1).id, lamp(3).id])).values()]).toEqual([lamp(1)])
  })

  test('more than a page comes back in the order of id, and is counted by layer', async () => {
    const store = await (await newPlace()).open()
    const bin = lamp(9_999, { id: 'bin-1', layer: 'bins' })
    await store.transaction(SUO, (tx) => writeAssets(tx, { added: [...lamps(4_500).reverse(), bin] }, by()))
    expect((await lampsOf(store)).map(({ id }) => id)).toEqual(lamps(4_500).map(({ id }) => id))
    expect(await countAssets(store.db, SUO)).toEqual(
      new Map([
        ['bins', 1],
        ['streetlights', 4_500],
      ]),
    )
    expect((await store.head(SUO)).seq).toBe(4_501)
  })

  test('the bounds are those of all geometries, whole lines and polygons; null for an empty city', async () => {
    const store = await (await newPlace()).open()
    expect(await boundsOfAssets(store.db, SUO)).toBeNull()
    const road = lamp(2, {
      geometry: {
        type: 'LineString',
        coordinates: [
          [93.5, 31.9],
          [94.1, 31.7],
        ],
      },
    })
    await store.transaction(SUO, (tx) => writeAssets(tx, { added: [lamp(1), road] }, by()))
    expect(await boundsOfAssets(store.db, SUO)).toEqual([93.5, 31.7, 94.1, 31.9])
  })

  describe('a list that does not fit what is there is refused by name, and nothing of it is written', () => {
    test.each([
      ['added twice over', { added: [lamp(5), lamp(1)] }, `already there: ${lamp(1).id}`],
      [
        'changed but never added',
        { added: [lamp(5)], changed: [lamp(6)] },
        `cannot be changed, is not there: ${lamp(6).id}`,
      ],
      [
        'removed but never added',
        { added: [lamp(5)], removed: [lamp(6).id] },
        `cannot be removed, is not there: ${lamp(6).id}`,
      ],
      ['twice in one list', { added: [lamp(5), lamp(5)] }, `stands twice in one list: ${lamp(5).id}`],
      ['a name with NUL', { added: [lamp(5), lamp(6, { name: 'a\0' })] }, 'cannot be stored'],
    ])('%s', async (_what, changes, why) => {
      const store = await (await newPlace()).open()
      await store.transaction(SUO, (tx) => writeAssets(tx, { added: [lamp(1)] }, by()))
      await expect(store.transaction(SUO, (tx) => writeAssets(tx, changes, by()))).rejects.toThrow(why)
      expect(await lampsOf(store)).toEqual([lamp(1)])
      expect((await store.head(SUO)).seq).toBe(1)
    })

    test('the error carries the ids', async () => {
      const store = await (await newPlace()).open()
      const refused = await store
        .transaction(SUO, (tx) => writeAssets(tx, { removed: lamps(7).map(({ id }) => id) }, by()))
        .catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(AssetMismatch)
      expect(refused).toMatchObject({ ids: lamps(7).map(({ id }) => id) })
      expect(String(refused)).toMatch(/and 2 more$/)
    })
  })
})
