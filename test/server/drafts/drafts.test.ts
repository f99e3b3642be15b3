import { expect, test } from 'vitest'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Draft, DraftEdited, DraftStroke } from '../../../server/contract/draft.ts'
import { METRES_PER_DEGREE } from '../../../server/contract/local-plane.ts'
import type { Client } from '../../support/client.ts'
import { lamp, testCity } from '../../support/test-city.ts'

const M = 1 / (METRES_PER_DEGREE * Math.cos((31.886 * Math.PI) / 180))
const place = (east: number, north: number): [number, number] => [93.785 + east * M, 31.886 + north / METRES_PER_DEGREE]
const ASSETS: Asset[] = [
  lamp(0, {
    ...{ id: '540626L0101000001', layer: 'roads', name: '藏北路', status: 'open', code: 'L0101', edition: 'local' },
    geometry: { type: 'LineString', coordinates: [place(0, 0), place(600, 0)] },
    fields: { class: 'main', widthM: 12 },
  }),
  ...[0, 200, 400, 600].flatMap((east, i) =>
    [8, -8].map((north) =>
      lamp(0, {
        ...{
          id: `5406260300500${north > 0 ? 1 : 2}00${i}`,
          layer: 'bins',
          name: '箱',
          status: 'normal',
          code: '03005',
        },
        ...{ fields: { kind: 'street' }, geometry: { type: 'Point' as const, coordinates: place(east, north) } },
      }),
    ),
  ),
]

async function begin() {
  const city = await testCity({ assets: ASSETS })
  const planner = await city.as('planner')
  const answer = await planner.post('/api/drafts', { name: '草案' })
  return { city, planner, draft: (await answer.json()) as Draft, etag: answer.headers.get('ETag') ?? '' }
}

async function draw(who: Client, id: string, strokes: DraftStroke[], etag = '*'): Promise<DraftEdited> {
  const answer = await who.post(`/api/drafts/${id}/edits`, { strokes }, { 'If-Match': etag })
  if (answer.status !== 200) throw new Error(await answer.text())
  return (await answer.json()) as DraftEdited
}

const binAt = (city: { memory: { layer(id: string): { all(): Iterable<Asset> } | undefined } }) =>
  [...(city.memory.layer('bins')?.all() ?? [])].find(
    ({ geometry }) =>
      geometry.type === 'Point' &&
      Math.abs(geometry.coordinates[0] - place(200, 0)[0]) < 1e-6 &&
      geometry.coordinates[1] > 31.886,
  )?.id ?? 'none'

test('moving, taking away and adding a bin tell metres before and after; undo and redo go back and forth', async () => {
  const { city, planner, draft } = await begin()
  const bin = binAt(city)
  const moved = await draw(planner, draft.id, [{ do: 'move', of: bin, to: place(250, 8) }])
  expect(moved.draft).toMatchObject({
    version: 1,
    canUndo: true,
    canRedo: false,
    items: [{ kind: 'moved', assetId: bin }],
  })
  expect(moved.outcome).toMatchObject({ reckonedRoads: 1, idle: [] })
  expect(moved.outcome.rules[0]).toMatchObject({ before: { gaps: 0 }, after: { gaps: 1 } })
  expect(Math.round(moved.outcome.rules[0]?.gainedMetres ?? 0)).toBe(-250)
  expect(moved.outcome.gaps.features[0]?.properties).toMatchObject({
    side: 'north',
    afterId: `draft:${moved.draft.items[0]?.id}`,
  })

  const removed = await draw(planner, draft.id, [{ do: 'remove', of: bin }])
  expect(removed.draft.items).toMatchObject([{ kind: 'removed', assetId: bin }])
  expect(Math.round(removed.outcome.rules[0]?.after.gapMetres ?? 0)).toBe(400)
  const added = await draw(planner, draft.id, [
    { do: 'add', layer: 'bins', at: place(200, 7) },
    { do: 'add', layer: 'bins', at: place(200, 300) },
  ])
  expect(added.outcome.rules[0]).toMatchObject({ after: { gaps: 0 }, gainedMetres: 0 })
  expect(added.outcome.idle).toEqual([added.draft.items[2]?.id])

  const step = async (by: 'undo' | 'redo') =>
    (await (
      await planner.request('POST', `/api/drafts/${draft.id}/${by}`, {}, { 'If-Match': '*' })
    ).json()) as DraftEdited
  expect((await step('undo')).draft).toMatchObject({ version: 2, canRedo: true, items: [{ kind: 'removed' }] })
  expect((await step('undo')).draft.items).toEqual(moved.draft.items)
  expect((await step('redo')).draft.items).toEqual(removed.draft.items)
  // What was undone is gone once something else is drawn.
  expect((await draw(planner, draft.id, [{ do: 'move', of: bin, to: place(210, 8) }])).draft).toMatchObject({
    ...{ version: 3, canRedo: false, items: [{ kind: 'moved' }] },
  })
  expect(
    await planner.problem(planner.request('POST', `/api/drafts/${draft.id}/redo`, {}, { 'If-Match': '*' })),
  ).toMatchObject({
    code: 'nothing-to-redo',
  })
})

test('a draft is in no layer, count, tile, search or log', async () => {
  const { city, planner, draft } = await begin()
  const look = async (): Promise<unknown[]> => [
    await planner.json('/api/layers/bins/features?limit=100'),
    await planner.json('/api/layers/bins/counts'),
    await (await planner.get('/tiles/bins/15/24920/13337.mvt')).text(),
    await planner.json('/api/search?q=箱'),
    (await city.store.head('540626')).seq,
  ]
  const before = await look()
  await draw(planner, draft.id, [
    { do: 'add', layer: 'bins', at: place(100, 8) },
    { do: 'remove', of: binAt(city) },
  ])
  expect(await look()).toEqual(before)
})

test('another planner reads a draft when it is shared, and never draws in it', async () => {
  const { city, planner, draft, etag } = await begin()
  const other = await city.as('planner')
  const path = `/api/drafts/${draft.id}`
  expect((await other.get(path)).status).toBe(404)
  expect((await planner.patch(path, { shared: true }, { 'If-Match': etag })).status).toBe(200)
  expect(await other.json(path)).toMatchObject({ mine: false, shared: true, canUndo: false })
  expect((await other.json('/api/drafts')).drafts).toMatchObject([{ id: draft.id, mine: false, count: 0 }])
  const foreign = { status: 403, code: 'not-yours' }
  const strokes = [{ do: 'add', layer: 'bins', at: place(0, 8) }]
  expect(await other.problem(other.post(`${path}/edits`, { strokes }, { 'If-Match': '*' }))).toMatchObject(foreign)
  expect(await other.problem(other.delete(path))).toMatchObject(foreign)
  expect((await (await city.as('commander')).get(path)).status).toBe(403)
  expect((await planner.delete(path)).status).toBe(204)
  expect((await other.get(path)).status).toBe(404)
})

test('a stroke that cannot be is refused and draws nothing; an old ETag too', async () => {
  const { planner, draft, etag } = await begin()
  const edit = (strokes: unknown, ifMatch = '*') =>
    planner.problem(planner.post(`/api/drafts/${draft.id}/edits`, { strokes }, { 'If-Match': ifMatch }))
  const good = { do: 'add', layer: 'bins', at: place(0, 8) }
  expect(await edit([good, { do: 'remove', of: 'nothing' }])).toMatchObject({ status: 400, code: 'bad-stroke' })
  expect(await edit([{ ...good, layer: 'roads' }])).toMatchObject({ code: 'bad-stroke' })
  expect(await edit([])).toMatchObject({ status: 400 })
  expect((await planner.json(`/api/drafts/${draft.id}`)).items).toEqual([])
  await draw(planner, draft.id, [{ do: 'add', layer: 'bins', at: place(0, 8) }], etag)
  expect(await edit([good], etag)).toMatchObject({ status: 412, code: 'changed-since' })
  expect(
    await planner.problem(
      planner.post(`/api/drafts/${draft.id}/edits?sets=none`, { strokes: [good] }, { 'If-Match': '*' }),
    ),
  ).toMatchObject({
    code: 'unknown-set',
  })
})
