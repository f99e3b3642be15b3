import { expect, test } from 'vitest'
import type { Hazard, Inspection } from '../../../server/contract/inspection.ts'
import { countInspections, inspectionPoints, listInspections } from '../../../server/inspections/inspection-store.ts'
import { recordInspections } from '../../../server/inspections/record-inspections.ts'
import { decodeCursor } from '../../../server/store/cursor.ts'
import { onEachEngine } from '../../support/engines.ts'
import { SUO, visit } from '../../support/entries.ts'

const step = (after: Inspection) => ({ at: after.at, kind: 'inspection-made', entityId: after.id, after })
const hazard: Hazard = { grade: 'major', problem: '安全出口上锁', rectifiedAt: null }
const visits = [
  visit(1, { at: '2026-01-01T10:00:00+08:00', hazards: [hazard] }),
  visit(2, { at: '2026-01-02T10:00:00+08:00', kind: 'petrol-station', venueId: 'v' }),
  visit(3, { at: '2026-01-03T10:00:00+08:00', hazards: [{ ...hazard, rectifiedAt: '2026-01-04T10:00:00+08:00' }] }),
]

onEachEngine((newPlace) => {
  test('inspections are listed newest first, filtered, paged and given as points', async () => {
    const store = await (await newPlace()).open()
    await store.transaction(SUO, (tx) => recordInspections(tx, visits.map(step), { actor: 'made:test', reason: null }))
    const ids = async (filter: Parameters<typeof countInspections>[2]) => {
      const { inspections } = await listInspections(store.db, SUO, { filter })
      expect(await countInspections(store.db, SUO, filter)).toBe(inspections.length)
      return inspections.map(({ id }) => id.at(-1)).join('')
    }
    expect(await ids({})).toBe('321')
    expect(await ids({ kind: ['petrol-station', 'gas-station'] })).toBe('2')
    expect(await ids({ kind: [] })).toBe('')
    expect(await ids({ venueId: 'v' })).toBe('2')
    expect(await ids({ openHazards: true })).toBe('1')
    expect(await ids({ from: '2026-01-02T02:00:00Z', to: '2026-01-03T02:00:00Z' })).toBe('2')
    expect(await ids({ bbox: [0, 0, 1, 1] })).toBe('')

    const first = await listInspections(store.db, SUO, { limit: 2 })
    const second = await listInspections(store.db, SUO, { limit: 2, after: decodeCursor(first.next ?? '') })
    expect([...first.inspections, ...second.inspections]).toEqual([...visits].reverse())
    expect(second.next).toBeNull()
    expect((await inspectionPoints(store.db, SUO)).map(({ ms, kind }) => [new Date(ms).toISOString(), kind])).toEqual([
      ['2026-01-01T02:00:00.000Z', 'internet-cafe'],
      ['2026-01-02T02:00:00.000Z', 'petrol-station'],
      ['2026-01-03T02:00:00.000Z', 'internet-cafe'],
    ])
  })

  test('a hazard that is rectified later changes the table and adds to the log', async () => {
    const store = await (await newPlace()).open()
    const [found] = visits
    if (!found) throw new Error('no visit')
    const rectified = { ...found, hazards: [{ ...hazard, rectifiedAt: '2026-01-05T10:00:00+08:00' }] }
    const steps = [
      step(found),
      { at: '2026-01-05T10:00:00+08:00', kind: 'hazard-rectified', entityId: found.id, after: rectified },
    ]
    await store.transaction(SUO, (tx) => recordInspections(tx, steps, { actor: 'made:test', reason: null }))
    expect(await countInspections(store.db, SUO, { openHazards: true })).toBe(0)
    expect((await store.head(SUO)).seq).toBe(2)
  })
})
