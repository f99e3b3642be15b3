import { expect, test } from 'vitest'
import { writeAssets } from '../../../server/assets/write-assets.ts'
import { by, SUO } from '../../support/entries.ts'
import { complaint, lamp, NOW, testCity, visit } from '../../support/test-city.ts'
import { tileAt } from '../../support/tile-at.ts'

const BEFORE = '2026-02-01T00:00:00Z'
const AFTER = '2026-04-01T00:00:00Z'

/** Lamp 1 is mended, lamp 2 goes and lamp 99 comes, in March. */
async function cityWithMarch() {
  const city = await testCity()
  await city.change({ added: [] })
  await city.store.transaction(SUO, (tx) =>
    writeAssets(
      tx,
      { added: [lamp(99)], changed: [lamp(1, { status: 'on' })], removed: [lamp(2).id] },
      by({ at: '2026-03-01T08:00:00+08:00' }),
    ),
  )
  const { seq } = await city.store.head(SUO)
  while (city.memory.seq < seq) await new Promise((resolve) => setTimeout(resolve, 5))
  return city
}

test('a layer, its list and its counts are as they stood', async () => {
  const city = await cityWithMarch()
  const at = `at=${BEFORE}`
  const { layers } = await city.json(`/api/layers?${at}`)
  const listed = layers.find(({ id }: { id: string }) => id === 'streetlights')
  expect(await city.json(`/api/layers/streetlights?${at}`)).toEqual(listed)
  expect(listed).toMatchObject({ count: 40, countByStatus: { fault: 4, on: 36 } })
  expect(await city.json('/api/layers/streetlights')).toMatchObject({ count: 40, countByStatus: { fault: 3, on: 37 } })
  const { features } = await city.json(`/api/layers/streetlights/features?limit=100&${at}`)
  const ids = features.map(({ id }: { id: string }) => id)
  expect([ids.includes(lamp(2).id), ids.includes(lamp(99).id)]).toEqual([true, false])
  expect(await city.json(`/api/layers/streetlights/counts?status=fault&${at}`)).toEqual({
    count: 4,
    countByStatus: expect.objectContaining({ fault: 4, on: 0 }),
  })
  expect((await city.json(`/api/layers/streetlights/counts?at=${AFTER}`)).countByStatus.fault).toBe(3)
})

test('a page leads to the next of the same moment, and a file says of which it is', async () => {
  const city = await cityWithMarch()
  const page = await city.json(`/api/layers/streetlights/features?limit=30&at=2026-02-01T08:00:00%2B08:00`)
  const next = new URL(page.links.find(({ rel }: { rel: string }) => rel === 'next').href)
  expect((await city.json(next.pathname + next.search)).features.length).toBe(10)
  const file = await city.get(`/api/layers/streetlights/features?format=csv&at=${BEFORE}`)
  expect(file.headers.get('Content-Disposition')).toContain('streetlights-20260201T000000Z.csv')
  expect(await file.text()).toContain(lamp(2).id)
})

test('tiles are of the moment; two moments between the same rows are one picture with one ETag', async () => {
  const city = await cityWithMarch()
  const path = `/tiles/streetlights/${tileAt(15, [93.7851, 31.886])}.mvt`
  const ask = async (at: string, headers = {}) => city.get(`${path}?at=${encodeURIComponent(at)}`, headers)
  const [one, other, now] = [await ask(BEFORE), await ask('2026-02-03T09:30+08:00'), await city.get(path)]
  expect(one.headers.get('ETag')).toBe(other.headers.get('ETag'))
  expect(await one.text()).toBe(await other.text())
  expect(one.headers.get('ETag')).not.toBe(now.headers.get('ETag'))
  expect((await ask(BEFORE, { 'If-None-Match': one.headers.get('ETag') ?? '' })).status).toBe(304)
  expect(one.headers.get('Cache-Control')).toBe('private, max-age=300')
  expect((await ask('2026-01-01T00:00:00Z')).status).toBe(200)
  expect((await ask('2024-12-31T23:59:59Z')).status).toBe(204)
})

test('a moment that a row may still be written of is asked about every time', async () => {
  const city = await cityWithMarch()
  const path = `/tiles/streetlights/${tileAt(15, [93.7851, 31.886])}.mvt?at=${AFTER}`
  const before = await city.get(path)
  expect(before.headers.get('Cache-Control')).toBe('no-cache')
  await city.store.transaction(SUO, (tx) =>
    writeAssets(tx, { changed: [lamp(3, { status: 'off' })] }, by({ at: '2026-03-31T08:00:00Z' })),
  )
  expect((await city.get(path)).headers.get('ETag')).not.toBe(before.headers.get('ETag'))
  expect((await city.json(`/api/layers/streetlights?at=${AFTER}`)).countByStatus.off).toBe(1)
})

test('the TileJSON hands the moment on to its tiles', async () => {
  const city = await cityWithMarch()
  const { tiles } = await city.json(`http://map.example/tiles/streetlights.json?status=fault&at=${BEFORE}`)
  expect(tiles).toEqual([`http://map.example/tiles/streetlights/{z}/{x}/{y}.mvt?status=fault&at=${BEFORE}`])
})

test('a card is of the moment, and its history ends there', async () => {
  const city = await cityWithMarch()
  const card = (id: string, at: string) => `/api/assets/${id}?at=${at}`
  expect(await city.json(card(lamp(1).id, BEFORE))).toMatchObject({ status: 'fault', state: 'late' })
  expect(await city.json(card(lamp(1).id, AFTER))).toMatchObject({ status: 'on', state: 'normal' })
  expect(await city.json(card(lamp(2).id, BEFORE))).toMatchObject({ status: 'on' })
  for (const [id, at] of [
    [lamp(2).id, AFTER],
    [lamp(99).id, BEFORE],
  ] as const)
    expect(await city.refusal(card(id, at))).toMatchObject({ status: 404, code: 'unknown-asset' })
  const rows = async (at: string) => (await city.json(`/api/assets/${lamp(1).id}/history?at=${at}`)).rows.length
  expect([await rows(BEFORE), await rows(AFTER)]).toEqual([1, 2])
  expect(await city.refusal(card(lamp(1).id, '2027-01-01T00:00:00Z'))).toMatchObject({ code: 'future-at' })
})

test('before the first row there is nothing, and no error', async () => {
  const city = await testCity()
  const at = 'at=2020-01-01T00:00:00Z'
  expect(await city.json(`/api/layers/streetlights?${at}`)).toMatchObject({ count: 0, bounds: null })
  expect((await city.json(`/api/layers/streetlights/features?${at}`)).features).toEqual([])
  expect((await city.json(`/api/heat/complaints?${at}`)).at).toEqual([])
})

test('a moment that is none, lies in the future or comes twice is refused', async () => {
  const city = await testCity()
  const paths = ['/api/layers', '/api/layers/bins', '/api/layers/bins/features', '/api/layers/bins/counts']
  for (const path of [...paths, '/tiles/bins/15/0/0.mvt', '/tiles/bins.json', '/api/heat/complaints']) {
    for (const at of ['yesterday', '2026-01-01', '2026-01-01T08:00:00', '2026-02-30T08:00:00Z', '', '1767225600000'])
      expect(await city.refusal(`${path}?at=${at}`)).toMatchObject({ status: 400, parameter: 'at', code: 'bad-at' })
    expect(await city.refusal(`${path}?at=2026-05-01T12:00:01%2B08:00`)).toMatchObject({ code: 'future-at' })
  }
  expect((await city.get(`/api/layers?at=${encodeURIComponent(NOW)}`)).status).toBe(200)
  expect(await city.refusal('/api/layers/trees?at=2026-01-01T00:00:00Z')).toMatchObject({ code: 'unknown-layer' })
})

test('a plus sign that the address did not escape is understood', async () => {
  const city = await cityWithMarch()
  expect((await city.json('/api/layers/streetlights?at=2026-02-01T08:00:00+08:00')).countByStatus.fault).toBe(4)
})

test('heat at a moment knows nothing of what came later, and what came just then', async () => {
  const cases = [1, 2, 3].map((day) => complaint(day, { receivedAt: `2026-01-0${day}T01:00:00.000Z` }))
  const city = await testCity({ cases, inspections: [visit(1)] })
  const heat = async (query: string) => city.json(`/api/heat/complaints?${query}`)
  expect((await heat('at=2026-01-02T01:00:00Z')).at.length).toBe(2)
  expect((await heat('at=2026-01-03T00:00:00Z&to=2026-01-02')).at.length).toBe(1)
  expect((await heat('at=2026-01-02T01:00:00Z')).seq).toBeLessThan((await heat('')).seq)
  expect((await city.json('/api/heat/inspections?at=2026-01-01T01:00:00Z')).at).toEqual([])
})
