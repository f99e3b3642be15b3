import { expect, test } from 'vitest'
import { caseById, casePoints, countCases, listCases } from '../../../server/cases/case-store.ts'
import { recordCases } from '../../../server/cases/record-cases.ts'
import type { Case } from '../../../server/contract/case.ts'
import { wholeCase } from '../../../server/contract/compact-case.ts'
import { decodeCursor } from '../../../server/store/cursor.ts'
import { onEachEngine } from '../../support/engines.ts'
import { complaint, SUO } from '../../support/entries.ts'

const made = { actor: 'made:test', reason: null }
const received = (after: Case) => ({ at: after.receivedAt, kind: 'case-received', entityId: after.id, after })

onEachEngine((newPlace) => {
  test('every step is in the log, the table keeps the last of each case', async () => {
    const store = await (await newPlace()).open()
    const open = complaint(1)
    const closed = complaint(1, {
      status: 'closed',
      closedAt: '2026-01-02T10:00:00+08:00',
      outcome: 'repaired',
      quantity: { value: 3, unit: 'piece' },
    })
    const steps = [
      received(open),
      received(complaint(2)),
      { at: '2026-01-02T10:00:00+08:00', kind: 'case-closed', entityId: open.id, after: closed },
    ]
    await store.transaction(SUO, (tx) => recordCases(tx, steps, made))
    expect(await caseById(store.db, SUO, open.id)).toEqual(closed)
    expect((await store.readLog({ city: SUO, after: 0 })).map(({ kind, after }) => [kind, wholeCase(after)])).toEqual([
      ['case-received', open],
      ['case-received', complaint(2)],
      ['case-closed', closed],
    ])
    const row = await store.db.selectFrom('cases').select('seq').where('id', '=', open.id).executeTakeFirst()
    expect(row?.seq).toBe(3)
  })

  test('the list is newest first; pages join without a gap or a repeat even at one same second', async () => {
    const store = await (await newPlace()).open()
    const cases = Array.from({ length: 25 }, (_, index) =>
      complaint(index, { receivedAt: `2026-01-01T0${Math.floor(index / 10)}:00:00+08:00` }),
    )
    await store.transaction(SUO, (tx) => recordCases(tx, cases.map(received), made))
    const seen: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const page: Awaited<ReturnType<typeof listCases>> = await listCases(store.db, SUO, {
        after: decodeCursor(next),
        limit: 7,
      })
      seen.push(...page.cases.map(({ id }) => id))
      next = page.next
    }
    expect(seen).toEqual(cases.map(({ id }) => id).reverse())
    expect((await listCases(store.db, SUO, { limit: 25 })).next).toBeNull()
  })

  test('filters narrow, lists are alternatives, an empty list matches nothing', async () => {
    const store = await (await newPlace()).open()
    const cases = [
      complaint(1, { status: 'closed', source: 'patrol', receivedAt: '2026-01-01T00:00:00+08:00' }),
      complaint(2, { code: '01003', kind: 'matter', receivedAt: '2026-01-02T00:00:00+08:00' }),
      complaint(3, { location: [93.9, 31.9], assetId: 'a', receivedAt: '2026-01-03T00:00:00+08:00' }),
    ]
    await store.transaction(SUO, (tx) => recordCases(tx, cases.map(received), made))
    const ids = async (filter: Parameters<typeof countCases>[2]) => {
      const found = (await listCases(store.db, SUO, { filter })).cases.map(({ id }) => id.at(-1))
      expect(await countCases(store.db, SUO, filter)).toBe(found.length)
      return found.join('')
    }
    expect(await ids({})).toBe('321')
    expect(await ids({ status: ['closed', 'filed'] })).toBe('1')
    expect(await ids({ source: ['hotline-12345'], code: ['01003', '01037'] })).toBe('32')
    expect(await ids({ kind: 'matter' })).toBe('2')
    expect(await ids({ assetId: 'a' })).toBe('3')
    expect(await ids({ from: '2026-01-01T16:00:00Z', to: '2026-01-03T00:00:00+08:00' })).toBe('2')
    expect(await ids({ bbox: [93.78, 31.88, 93.79, 31.89] })).toBe('21')
    expect(await ids({ status: [] })).toBe('')
  })

  test('heat points come in the order of receipt, with class and source', async () => {
    const store = await (await newPlace()).open()
    const cases = [complaint(2, { receivedAt: '2026-01-02T00:00:00+08:00' }), complaint(1, { source: 'patrol' })]
    await store.transaction(SUO, (tx) => recordCases(tx, cases.map(received), made))
    expect(await casePoints(store.db, SUO, { to: '2027-01-01T00:00:00Z' })).toEqual([
      {
        id: 'case-0001',
        lng: 93.785,
        lat: 31.886,
        ms: Date.parse('2026-01-01T01:00:00Z'),
        kind: 'component',
        code: '01037',
        source: 'patrol',
      },
      {
        id: 'case-0002',
        lng: 93.785,
        lat: 31.886,
        ms: Date.parse('2026-01-01T16:00:00Z'),
        kind: 'component',
        code: '01037',
        source: 'hotline-12345',
      },
    ])
  })

  test('a state that is no case undoes all of it', async () => {
    const store = await (await newPlace()).open()
    const bad = { ...received(complaint(2)), after: { ...complaint(2), status: 'lost' } }
    await expect(store.transaction(SUO, (tx) => recordCases(tx, [received(complaint(1)), bad], made))).rejects.toThrow(
      'status',
    )
    const swapped = { ...received(complaint(1)), entityId: 'case-9' }
    await expect(store.transaction(SUO, (tx) => recordCases(tx, [swapped], made))).rejects.toThrow(
      'carries the state of',
    )
    expect((await store.head(SUO)).seq).toBe(0)
  })
})
