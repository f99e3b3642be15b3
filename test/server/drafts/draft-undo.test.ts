import { expect, test } from 'vitest'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Draft, DraftEdited, DraftOutcome, DraftStroke } from '../../../server/contract/draft.ts'
import { METRES_PER_DEGREE } from '../../../server/contract/local-plane.ts'
import type { Client } from '../../support/client.ts'
import { lamp, testCity } from '../../support/test-city.ts'

const M = 1 / (METRES_PER_DEGREE * Math.cos((31.886 * Math.PI) / 180))
const place = (east: number, north: number): [number, number] => [93.785 + east * M, 31.886 + north / METRES_PER_DEGREE]
const bin = (number: number, east: number, north: number, of: Partial<Asset> = {}): Asset =>
  lamp(0, {
    ...{
      id: `54062603005${String(number).padStart(6, '0')}`,
      layer: 'bins',
      name: '箱',
      status: 'normal',
      code: '03005',
    },
    ...{ fields: { kind: 'street' }, geometry: { type: 'Point', coordinates: place(east, north) } },
    ...of,
  })
const ROAD = lamp(0, {
  ...{ id: '540626L0101000001', layer: 'roads', name: '藏北路', status: 'open', code: 'L0101', edition: 'local' },
  geometry: { type: 'LineString', coordinates: [place(0, 0), place(600, 0)] },
  fields: { class: 'main', widthM: 12 },
})
const BINS = [0, 200, 400, 600].flatMap((east, i) => [bin(i + 1, east, 8), bin(i + 11, east, -8)])

const begin = async (who: Client, name: string): Promise<string> =>
  ((await (await who.post('/api/drafts', { name })).json()) as Draft).id
async function draw(who: Client, id: string, strokes: DraftStroke[]): Promise<DraftEdited> {
  const answer = await who.post(`/api/drafts/${id}/edits`, { strokes }, { 'If-Match': '*' })
  if (answer.status !== 200) throw new Error(await answer.text())
  return (await answer.json()) as DraftEdited
}
const add = (east: number): DraftStroke => ({ do: 'add', layer: 'bins', at: place(east, 8) })
const undo = (who: Client, id: string) => who.post(`/api/drafts/${id}/undo`, {}, { 'If-Match': '*' })

test('a hundred edits can be undone and not one more; what was drawn before them stays', async () => {
  const planner = await (await testCity()).as('planner')
  const id = await begin(planner, '草案')
  for (let i = 1; i <= 103; i++) await draw(planner, id, [add(i)])
  let last: DraftEdited | undefined
  for (let i = 1; i <= 100; i++) {
    const answer = await undo(planner, id)
    expect(answer.status, `undo ${i}`).toBe(200)
    last = (await answer.json()) as DraftEdited
  }
  expect(last?.draft).toMatchObject({ version: 3, canUndo: false, canRedo: true, items: [{}, {}, {}] })
  expect(await planner.problem(undo(planner, id))).toMatchObject({ status: 400, code: 'nothing-to-undo' })
}, 30_000)

test('an edit in one draft leaves what another can undo; who only reads one can undo nothing', async () => {
  const city = await testCity({ assets: [ROAD, ...BINS] })
  const [planner, other] = [await city.as('planner'), await city.as('planner')]
  const [one, two] = [await begin(planner, '甲'), await begin(planner, '乙')]
  await draw(planner, one, [add(50)])
  await draw(planner, one, [add(100)])
  await draw(planner, two, [add(300)])
  expect(((await (await undo(planner, one)).json()) as DraftEdited).draft.items).toMatchObject([{ at: place(50, 8) }])
  await planner.patch(`/api/drafts/${one}`, { shared: true }, { 'If-Match': '*' })
  expect(await other.json(`/api/drafts/${one}`)).toMatchObject({ mine: false, canUndo: false, canRedo: false })
  expect(await other.problem(undo(other, one))).toMatchObject({ status: 403, code: 'not-yours' })
})

test('a thing that is moved twice remembers where it stands in the city', async () => {
  const planner = await (await testCity({ assets: [ROAD, ...BINS] })).as('planner')
  const id = await begin(planner, '草案')
  const [{ id: of }] = BINS as [Asset]
  await draw(planner, id, [{ do: 'move', of, to: place(20, 8) }])
  const { draft } = await draw(planner, id, [{ do: 'move', of, to: place(40, 8) }])
  const from = place(0, 8).map((degrees) => expect.closeTo(degrees, 6))
  expect(draft.items).toMatchObject([{ kind: 'moved', assetId: of, from }])
})

test('what a draft would change is reckoned anew when the city changed, or the rules', async () => {
  const city = await testCity({ assets: [ROAD, ...BINS] })
  const planner = await city.as('planner')
  const id = await begin(planner, '草案')
  const before = (await draw(planner, id, [add(100)])).outcome
  expect(before.rules).toMatchObject([{ ruleId: 'bins-gb50337-ordinary', before: { gaps: 0 } }])
  await city.change({ removed: [BINS[3]?.id ?? '', BINS[2]?.id ?? ''] })
  const after: DraftOutcome = await planner.json(`/api/drafts/${id}/outcome`)
  expect(after.rules[0]?.before.gaps).toBeGreaterThan(0)
  const old: DraftOutcome = await planner.json(`/api/drafts/${id}/outcome?sets=bins-cjj27-old`)
  expect(old.rules).toMatchObject([{ ruleId: 'bins-cjj27-old-main' }])
})

test('a draft is held with only the things whose data is good enough; what is drawn counts always (N15)', async () => {
  const rough = BINS.map((one, i) => ({ ...one, fields: { ...one.fields, accuracy: i === 2 ? 'C' : 'A' } }))
  const planner = await (await testCity({ assets: [ROAD, ...rough] })).as('planner')
  const id = await begin(planner, '草案')
  await draw(planner, id, [add(300)])
  const outcome = (how: string): Promise<DraftOutcome> => planner.json(`/api/drafts/${id}/outcome${how}`)
  expect((await outcome('')).rules).toMatchObject([{ before: { gaps: 0 }, after: { gaps: 0 } }])
  // Without the bin at 200 m on the north side: 0 to 400 is a gap, of which the drawn one at 300 leaves 0 to 300.
  const [rule] = (await outcome('?leastAccuracy=B')).rules
  expect([rule?.before.gapMetres, rule?.after.gapMetres].map((metres) => Math.round(metres ?? 0))).toEqual([400, 300])
  // Of the city nothing counts then: a gap on each side, of which the drawn one cuts that in the north in two.
  for (const how of ['?sources=import:', '?maxAgeDays=1']) {
    const { before, after } = (await outcome(how)).rules[0] ?? {}
    expect([how, before?.gaps, after?.gaps]).toEqual([how, 2, 3])
    expect(before?.gapMetres).toBeGreaterThan(1_000)
  }
  for (const [how, code] of [
    ['?maxAgeDays=0', 'bad-max-age-days'],
    ['?leastAccuracy=D', 'bad-least-accuracy'],
    ['?sources=a,,b', 'bad-sources'],
  ])
    expect(await planner.refusal(`/api/drafts/${id}/outcome${how}`), how).toMatchObject({ status: 400, code })
})

test('where a rule holds within unit grids alone, a draft gains and loses there alone', async () => {
  const corners = [place(-50, -50), place(300, -50), place(300, 50), place(-50, 50), place(-50, -50)]
  const grid = lamp(0, {
    ...{
      id: '540626100001001',
      layer: 'unit-grids',
      name: '网格 1',
      status: 'normal',
      code: 'L0802',
      edition: 'local',
    },
    geometry: { type: 'Polygon', coordinates: [corners] },
    fields: { population: 100 },
  })
  const planner = await (await testCity({ assets: [ROAD, ...BINS, grid] })).as('planner')
  const id = await begin(planner, '草案')
  const [, second, , last] = BINS.filter((_, i) => i % 2 === 0) as [Asset, Asset, Asset, Asset]
  const inside = await draw(planner, id, [{ do: 'remove', of: second.id }])
  // From 0 to the end of the grid at 300 m, and not on to the bin at 400.
  const metres = inside.outcome.rules.map(({ before, after }) => [before.gapMetres, Math.round(after.gapMetres)])
  expect(metres).toEqual([[0, 300]])
  const outside = await draw(planner, id, [{ do: 'remove', of: last.id }, add(450)])
  expect(outside.outcome.rules.map(({ after }) => Math.round(after.gapMetres))).toEqual([300])
  expect(outside.outcome.idle).toEqual(outside.draft.items.slice(1).map((item) => item.id))
})

test('what was drawn moves and is taken away without a trace; along a road of many bends nothing is overlooked', async () => {
  const bends = Array.from({ length: 7 }, (_, i) => place(i * 100, 0))
  const road: Asset = { ...ROAD, geometry: { type: 'LineString', coordinates: bends } }
  const bins = [150, 350, 550].flatMap((east, i) => [bin(i + 1, east, 8), bin(i + 11, east, -8)])
  const planner = await (await testCity({ assets: [road, ...bins] })).as('planner')
  const id = await begin(planner, '草案')
  const drawn = await draw(planner, id, [add(300)])
  expect(drawn.outcome.rules).toMatchObject([{ before: { gaps: 0 }, after: { gaps: 0 } }])
  const of = drawn.draft.items[0]?.id ?? ''
  const moved = await draw(planner, id, [{ do: 'move', of, to: place(310, 8) }])
  expect(moved.draft.items).toMatchObject([{ kind: 'new', id: of, at: place(310, 8) }])
  const away = await draw(planner, id, [{ do: 'remove', of }])
  expect([away.draft.items, away.outcome.rules, away.outcome.idle]).toEqual([[], [], []])
})
