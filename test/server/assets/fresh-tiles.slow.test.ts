import { expect, test } from 'vitest'
import { onPostgres } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { editAndFetch } from './edit-and-fetch.ts'
import { nodeOn } from './node-on.ts'
import { senderTo, writeDesk } from './write-desk.ts'

test('of 10,000 random edits none is missing in a tile fetched after its answer', async () => {
  const desk = await writeDesk()
  const fetch = (path: string) => desk.get(path)
  expect(await editAndFetch(desk, { pairs: 10_000, atOnce: 20, seed: 7, fetch })).toEqual([])
  expect((await desk.store.verify(SUO)).ok).toBe(true)
})

const NEW_LAMP = {
  ...{ layer: 'streetlights', name: '路灯', status: 'on' },
  geometry: { type: 'Point', coordinates: [93.79, 31.89] },
}

onPostgres((newPlace) => {
  test('on the node that wrote no tile is stale', async () => {
    const app = await nodeOn(await newPlace())
    const fetch = async (path: string) => app.request(path)
    expect(await editAndFetch(senderTo(app), { pairs: 1_000, atOnce: 20, seed: 3, fetch })).toEqual([])
  })

  test('on another node no tile is stale for who asks with Wait-For-Seq', async () => {
    const place = await newPlace()
    const [one, other] = [await nodeOn(place), await nodeOn(place)]
    const fetch = async (path: string, seq: string) => other.request(path, { headers: { 'Wait-For-Seq': seq } })
    expect(await editAndFetch(senderTo(one), { pairs: 1_000, atOnce: 20, seed: 5, fetch })).toEqual([])
  })

  test('of 20 changes at once on two nodes, of what all of them saw, one wins', async () => {
    const place = await newPlace()
    const nodes = [senderTo(await nodeOn(place)), senderTo(await nodeOn(place))] as const
    const added = await nodes[0].add(NEW_LAMP)
    const { id } = (await added.json()) as { id: string }
    const seen = { 'If-Match': added.headers.get('ETag') ?? '' }
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        nodes[at % 2 === 0 ? 0 : 1].patch(id, { fields: { powerW: at + 1 } }, seen),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(412)])
  })

  test('the same key on two nodes is one write', async () => {
    const place = await newPlace()
    const nodes = [senderTo(await nodeOn(place)), senderTo(await nodeOn(place))] as const
    const key = { 'Idempotency-Key': 'order-1' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => nodes[at % 2 === 0 ? 0 : 1].add(NEW_LAMP, key)),
    )
    const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { id: string }).id))
    expect(new Set(ids).size).toBe(1)
    expect(new Set(answers.map(({ headers }) => headers.get('Log-Seq'))).size).toBe(1)
  })
})
