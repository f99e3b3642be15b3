import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { writeAssets } from '../../../server/assets/write-assets.ts'
import { recordCases } from '../../../server/cases/record-cases.ts'
import { openServer } from '../../../server/open-server.ts'
import { readSettings } from '../../../server/settings.ts'
import { onEachEngine, onPostgres, type Place } from '../../support/engines.ts'
import { by, complaint, lamp, SUO } from '../../support/entries.ts'
import { readLive } from '../../support/read-live.ts'

/** A server on the place's database, as another machine would be. */
async function nodeOn(place: Place, recent = 4_096) {
  const store = await place.open()
  const server = await openServer({
    settings: readSettings({ DATA_DIR: place.dataDir, CITY: SUO, GUESTS: 'map' }),
    ...{
      store,
      log: pino({ level: 'silent' }),
      now: () => new Date(),
      onBroken: (error: unknown) => console.error(error),
    },
    liveLimits: { recent },
  })
  onTestFinished(() => server.close())
  await server.load()
  const listen = async (query = '') => readLive(await server.app.request(`/api/live${query}`))
  return { ...server, store, listen }
}

const received = (number: number, of: object = {}) => {
  const after = complaint(number, of)
  return { at: after.receivedAt, kind: 'case-received', entityId: after.id, after }
}

onPostgres((place) => {
  test('an edit on one node is on the other’s stream, and there already for who asks it', async () => {
    const on = await place()
    const [one, other] = [await nodeOn(on), await nodeOn(on)]
    const stream = await other.listen('?topics=assets')
    await stream.next('picture')
    for (let n = 1; n <= 20; n++) {
      await one.store.transaction(SUO, (tx) => writeAssets(tx, { added: [lamp(n)] }, by()))
      const { data } = await stream.next('change')
      expect(data).toMatchObject({ seq: n, entityId: lamp(n).id })
      expect(other.memory.layer('streetlights')?.get(lamp(n).id)).toBeDefined()
    }
  })

  test('who heard a row on one node and comes to another that has not yet got it hears all that is behind it, once', async () => {
    const on = await place()
    const [one, other] = [await nodeOn(on), await nodeOn(on)]
    for (let n = 1; n <= 30; n++) {
      await one.store.transaction(SUO, (tx) => recordCases(tx, [received(n), received(n + 100)], by()))
      const first = await one.listen(`?since=${n * 2 - 2}`)
      const { data } = await first.next('change')
      await first.leave()
      const second = await other.listen(`?since=${data.seq}`)
      expect((await second.next('change')).data.seq).toBe(data.seq + 1)
      expect(second.events.map(({ event }) => event)).toEqual(['change'])
      await second.leave()
    }
  })
})

onEachEngine((place) => {
  test('the picture, and what was before a change, are the same on both engines', async () => {
    const on = await place()
    const node = await nodeOn(on, 2)
    const write = (...steps: ReturnType<typeof received>[]) =>
      node.store.transaction(SUO, (tx) => recordCases(tx, steps, by()))
    await write(received(1), received(2, { urgency: 'emergency' }), received(3, { status: 'closed' }))
    await write(received(1, { status: 'accepted' }), received(1, { status: 'filed' }))
    await write(received(2, { status: 'closed' }), received(4), received(1, { status: 'dispatched' }))
    const stream = await node.listen()
    expect((await stream.next('picture')).data).toMatchObject({
      ...{ seq: 8, emergencies: [], cases: { open: 2, statuses: { dispatched: 1, received: 1 } } },
    })
    const late = await node.listen('?since=3')
    await expect
      .poll(() => late.events.map(({ data }) => [data.seq, data.was]))
      .toEqual([
        ...[
          [4, 'received'],
          [5, 'accepted'],
          [6, 'received'],
          [7, null],
          [8, 'filed'],
        ],
      ])
  })
})
