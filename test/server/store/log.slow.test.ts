import { describe, expect, test } from 'vitest'
import { historyOf, seqAt } from '../../../server/store/read-log.ts'
import { statesAt, statesBefore } from '../../../server/store/state-at.ts'
import type { Store } from '../../../server/store/store.ts'
import { onEachEngine, type Place } from '../../support/engines.ts'
import { entry, SUO } from '../../support/entries.ts'

const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T00:00:00.000Z`

/** Ten rows, a day apart, about three things in turn; the ninth says that its thing is gone. */
async function tenDays(place: Place): Promise<Store> {
  const store = await place.open()
  const rows = Array.from({ length: 10 }, (_, index) =>
    entry({
      at: day(index + 1),
      entityId: `thing-${index % 3}`,
      after: index === 8 ? null : { day: index + 1, text: '藏北路', nested: { b: 1, a: [0.1, 1e21, null] } },
      reason: index % 2 ? '巡查' : null,
    }),
  )
  await store.transaction(SUO, (tx) => tx.append(rows.slice(0, 4)))
  await store.transaction(SUO, (tx) => tx.append(rows.slice(4)))
  return store
}

onEachEngine((newPlace) => {
  describe('the hash chain', () => {
    test('an untouched log is found whole, and so is an empty one', async () => {
      const store = await tenDays(await newPlace())
      expect(await store.verify(SUO)).toMatchObject({ ok: true, rows: 10, hash: (await store.head(SUO)).hash })
      expect(await store.verify('530112')).toMatchObject({ ok: true, rows: 0 })
    })

    test.each([
      ['a changed state', `update log set after = replace(after, '"day":5', '"day":6') where seq = 5`, 5],
      ['a changed time', `update log set at = '2026-01-05T00:00:00.001Z' where seq = 5`, 5],
      ['a changed actor', `update log set actor = 'person:other' where seq = 7`, 7],
      ['a reason put in', `update log set reason = 'because' where seq = 1`, 1],
      ['a removed row', 'delete from log where seq = 4', 4],
      ['a removed last row', 'delete from log where seq = 10', 10],
      [
        'two rows in the other order',
        'update log set seq = 99 where seq = 3; update log set seq = 3 where seq = 4; update log set seq = 4 where seq = 99',
        3,
      ],
      [
        'a row put in behind',
        'insert into log select city, 11, at, actor, kind, entity, entity_id, hash, after, reason from log where seq = 10',
        11,
      ],
      ['a rewritten hash', `update log set hash = '${'0'.repeat(64)}' where seq = 10`, 10],
      ['a row moved to another city', "update log set city = '530112' where seq = 1", 1],
    ])('%s is found, and named', async (_what, sql, seq) => {
      const place = await newPlace()
      const store = await tenDays(place)
      await place.tamper(sql)
      expect(await store.verify(SUO)).toMatchObject({ ok: false, seq })
    })
  })

  test('the history of a thing is its rows, newest first, a page at a time', async () => {
    const store = await tenDays(await newPlace())
    const of = { city: SUO, entity: 'asset' as const, entityId: 'thing-0' }
    expect((await historyOf(store.db, of)).map(({ seq }) => seq)).toEqual([10, 7, 4, 1])
    expect((await historyOf(store.db, { ...of, before: 7, limit: 1 })).map(({ seq }) => seq)).toEqual([4])
  })

  test('the state at an instant is the last one at or before it', async () => {
    const store = await tenDays(await newPlace())
    const at = async (instant: string) => {
      const seq = await seqAt(store.db, SUO, instant)
      const found: string[] = []
      for await (const page of statesAt(store.db, { city: SUO, entity: 'asset', seq })) {
        found.push(...page.map((state) => `${state.entityId} ${state.seq}`))
      }
      return [seq, ...found]
    }
    expect(await at('2025-12-31T23:59:59Z')).toEqual([0])
    expect(await at(day(2))).toEqual([2, 'thing-0 1', 'thing-1 2'])
    expect(await at('2026-01-08T12:00:00+08:00')).toEqual([8, 'thing-0 7', 'thing-1 8', 'thing-2 6'])
    expect(await at('2030-01-01T00:00:00Z')).toEqual([10, 'thing-0 10', 'thing-1 8'])
  })

  test('what a thing was before a row tells what to undo', async () => {
    const store = await tenDays(await newPlace())
    const before = await statesBefore(store.db, {
      city: SUO,
      entity: 'asset',
      ids: ['thing-0', 'thing-2', 'x'],
      seq: 4,
    })
    expect([...before.values()].map(({ entityId, seq }) => [entityId, seq])).toEqual([
      ['thing-0', 1],
      ['thing-2', 3],
    ])
  })
})
