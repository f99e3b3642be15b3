import { expect, test } from 'vitest'
import { assetById } from '../../../server/assets/asset-store.ts'
import { caseById } from '../../../server/cases/case-store.ts'
import { recordHistory } from '../../../server/cases/record-history.ts'
import { inspectionById } from '../../../server/inspections/inspection-store.ts'
import { onEachEngine } from '../../support/engines.ts'
import { complaint, lamp, SUO, visit } from '../../support/entries.ts'

const made = { actor: 'made:test', reason: null }

onEachEngine((newPlace) => {
  test('a mixed history keeps its order and its times, in batches too', async () => {
    const store = await (await newPlace()).open()
    const start = Date.parse('2024-01-01T00:00:00Z')
    const records = Array.from({ length: 4_500 }, (_, index) => {
      const at = new Date(start + index * 60_000).toISOString()
      if (index % 3 === 0)
        return {
          at,
          kind: 'case-received',
          entity: 'case' as const,
          entityId: 'case-0001',
          after: complaint(1, { receivedAt: at }),
        }
      if (index % 3 === 1)
        return {
          at,
          kind: 'inspection-made',
          entity: 'inspection' as const,
          entityId: `visit-${index}`,
          after: visit(0, { id: `visit-${index}`, at }),
        }
      return {
        at,
        kind: 'asset-changed',
        entity: 'asset' as const,
        entityId: lamp(1).id,
        after: lamp(1, { changedAt: at }),
      }
    })
    expect(await store.transaction(SUO, (tx) => recordHistory(tx, records, made))).toBe(4_500)
    const log = await store.readLog({ city: SUO, after: 0, limit: 10_000 })
    expect(log.map(({ at, kind }) => [at, kind])).toEqual(records.map(({ at, kind }) => [at, kind]))
    expect(await caseById(store.db, SUO, 'case-0001')).toEqual(records[4_497]?.after)
    expect(await inspectionById(store.db, SUO, 'visit-4498')).toEqual(records[4_498]?.after)
    expect(await assetById(store.db, SUO, lamp(1).id)).toEqual(records[4_499]?.after)
    const gone = {
      at: '2025-01-01T00:00:00Z',
      kind: 'asset-removed',
      entity: 'asset' as const,
      entityId: lamp(1).id,
      after: null,
    }
    await store.transaction(SUO, (tx) => recordHistory(tx, [gone], made))
    expect(await assetById(store.db, SUO, lamp(1).id)).toBeUndefined()
  })
})
