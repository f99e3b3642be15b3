import { expect, test } from 'vitest'
import { newPlace } from '../../support/engines.ts'
import { lamp } from '../../support/test-city.ts'
import { editAndFetch } from './edit-and-fetch.ts'
import { nodeOn } from './node-on.ts'
import { problem, senderTo, writeDesk } from './write-desk.ts'

// Every edit waits for the disk: on a busy machine longer than a test may without this.
test('of 500 random edits none is missing in a tile fetched after its answer', { timeout: 60_000 }, async () => {
  const app = await nodeOn(await newPlace('sqlite'), { lateMs: 5 })
  const fetch = async (path: string) => app.request(path)
  expect(await editAndFetch(senderTo(app), { pairs: 500, atOnce: 20, seed: 1, fetch })).toEqual([])
})

test('features, counts, near things and the search have it too', async () => {
  const desk = await writeDesk()
  await desk.search.build(null)
  const name = '新月广场 高杆灯'
  const geometry = { type: 'Point', coordinates: [93.75, 31.87] }
  const { id } = await (await desk.add({ layer: 'streetlights', name, status: 'dimmed', geometry })).json()
  const box = '93.749,31.869,93.751,31.871'
  const seen = async () => ({
    features: (await desk.json(`/api/layers/streetlights/features?bbox=${box}`)).features.map(
      (one: { id: string }) => one.id,
    ),
    dimmed: (await desk.json('/api/layers/streetlights/counts')).countByStatus.dimmed,
    near: (await desk.json('/api/layers/streetlights/nearest?at=93.75,31.87&k=1')).features[0]?.id,
    found: (await desk.json(`/api/search?q=${encodeURIComponent('新月广场')}`)).results.length,
  })
  expect(await seen()).toEqual({ features: [id], dimmed: 1, near: id, found: 1 })
  await desk.remove(id)
  expect(await seen()).toMatchObject({ features: [], dimmed: 0, found: 0 })
})

test('who asks with Wait-For-Seq is answered from a picture that has the row, or told to come again', async () => {
  const desk = await writeDesk()
  const { seq } = await desk.store.head('540626')
  const waiting = desk.get('/api/city', { 'Wait-For-Seq': String(seq + 1) })
  await desk.patch(lamp(1).id, { status: 'on' })
  const answer = await waiting
  expect([answer.status, (await answer.json()).seq]).toEqual([200, seq + 1])
  const behind = await desk.get('/tiles/streetlights.json', { 'Wait-For-Seq': String(seq + 2) })
  expect(behind.headers.get('Retry-After')).toBe('2')
  expect(await problem(behind)).toMatchObject({ status: 503, code: 'behind' })
  expect(await problem(await desk.get('/api/city', { 'Wait-For-Seq': '-1' }))).toMatchObject({ status: 400 })
})
