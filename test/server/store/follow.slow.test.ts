import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { Store } from '../../../server/store/store.ts'
import { onEachEngine, onPostgres } from '../../support/engines.ts'
import { entry, SUO } from '../../support/entries.ts'
import { startWriter } from '../../support/start-writer.ts'

/** A follower that notes every seq, and waits until it has come to one. */
function followFrom(store: Store, after: number) {
  const seqs: number[] = []
  const stop = new AbortController()
  onTestFinished(() => stop.abort())
  const ended = store.follow(SUO, after, (rows) => void seqs.push(...rows.map(({ seq }) => seq)), stop.signal)
  const reach = async (seq: number) => {
    for (let waited = 0; (seqs.at(-1) ?? 0) < seq && waited < 20_000; waited += 5) await setTimeout(5)
    return seqs
  }
  return { seqs, stop, ended, reach }
}

const upTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, index) => from + index)

onEachEngine((newPlace) => {
  test('a follower sees every row of eight writers at once, in order, none twice', async () => {
    const store = await (await newPlace()).open()
    const follower = followFrom(store, 0)
    const writer = async (name: number) => {
      for (let turn = 0; turn < 25; turn += 1) {
        const rows = upTo(1 + ((name + turn) % 4)).map(() => entry({ actor: `person:${name}` }))
        await store
          .transaction(SUO, async (tx) => {
            await tx.append(rows)
            // Half of the transactions end later than others that asked later.
            if (turn % 2) await setTimeout(name % 3)
            if (turn % 10 === 9) throw new Error('undone')
          })
          .catch((error: Error) => expect(error.message).toBe('undone'))
      }
    }
    await Promise.all(upTo(8).map(writer))
    const { seq } = await store.head(SUO)
    expect(seq).toBeGreaterThan(400)
    expect(await follower.reach(seq)).toEqual(upTo(seq))
    expect(await store.verify(SUO)).toMatchObject({ ok: true, rows: seq })
  })

  test('a follower that comes later starts behind what it knows, in batches of at most a thousand', async () => {
    const store = await (await newPlace()).open()
    await store.transaction(SUO, (tx) => tx.append(upTo(2_500).map(() => entry())))
    const sizes: number[] = []
    const stop = new AbortController()
    await store.follow(
      SUO,
      100,
      (rows) => {
        sizes.push(rows.length)
        if (rows.at(-1)?.seq === 2_500) stop.abort()
      },
      stop.signal,
    )
    expect(sizes).toEqual([1_000, 1_000, 400])
  })

  test('a follower ends when it is told to, when the store closes, and with the error of its reader', async () => {
    const store = await (await newPlace()).open()
    const told = followFrom(store, 0)
    told.stop.abort()
    await told.ended
    await store.transaction(SUO, (tx) => tx.append([entry()]))
    const broken = store.follow(SUO, 0, () => Promise.reject(new Error('cannot draw it')), new AbortController().signal)
    await expect(broken).rejects.toThrow('cannot draw it')
    const open = followFrom(store, 1)
    await store.close()
    await open.ended
  })
})

const CUT_ALL = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid()`

onPostgres((newPlace) => {
  test('a follower sees what another process writes, at once and in order', async () => {
    const place = await newPlace()
    const store = await place.open()
    const follower = followFrom(store, 0)
    const one = startWriter(place, { rows: 200 })
    const two = startWriter(place, { rows: 200 })
    await Promise.all([one.ended, two.ended])
    expect(await follower.reach(400)).toEqual(upTo(400))
    expect(await store.verify(SUO)).toMatchObject({ ok: true, rows: 400 })
  })

  test('a wake-up from another node takes a fraction of the slow look', async () => {
    const place = await newPlace()
    const [here, there] = [await place.open(), await place.open()]
    const follower = followFrom(here, 0)
    const waits: number[] = []
    for (const seq of upTo(20)) {
      await there.transaction(SUO, (tx) => tx.append([entry()]))
      const written = performance.now()
      await follower.reach(seq)
      waits.push(performance.now() - written)
    }
    expect(waits.sort((a, b) => a - b)[10]).toBeLessThan(200)
  })

  test('after every connection was cut, the next transaction succeeds and the follower goes on', async () => {
    const place = await newPlace()
    const [here, there] = [await place.open(), await place.open()]
    const follower = followFrom(here, 0)
    await there.transaction(SUO, (tx) => tx.append([entry()]))
    await follower.reach(1)
    await place.tamper(CUT_ALL)
    await there.transaction(SUO, (tx) => tx.append(upTo(10).map(() => entry())))
    expect(await follower.reach(11)).toEqual(upTo(11))
  })

  test('a transaction whose connection is cut fails alone', async () => {
    const place = await newPlace()
    const store = await place.open()
    const cut = store.transaction(SUO, async (tx) => {
      await tx.append([entry()])
      await place.tamper(CUT_ALL)
      await setTimeout(50)
      await tx.append([entry()])
    })
    await expect(cut).rejects.toThrow(/connection|terminat|not queryable/i)
    expect(await store.transaction(SUO, (tx) => tx.append([entry()]))).toBe(1)
  })
})
