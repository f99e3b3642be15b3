import { expect, test } from 'vitest'
import { gapPage, type RunJob } from '../../../server/coverage/describe-run.ts'
import { StreetBook } from '../../../server/coverage/street-book.ts'
import { TownStretches } from '../../../server/coverage/town-stretches.ts'
import { toTheEnd } from '../../../server/insight/steps/to-the-end.ts'
import { at, box, rule } from '../insight/coverage/made-streets.ts'

interface Made {
  tag: string
  things: { id: string; name: string; geometry: unknown; fields: Record<string, unknown> }[]
}

const line = (id: string, north: number, east = 1_000) => ({
  ...{ id, name: id, fields: { class: 'main', widthM: 10 } },
  geometry: { type: 'LineString', coordinates: [at(0, north), at(east, north)] },
})
const area = (id: string, west: number, east: number) => ({
  ...{ id, name: id, fields: {} },
  geometry: { type: 'Polygon', coordinates: [box(west, -300, east, 700)] },
})

function town() {
  const layers: Record<string, Made> = {
    roads: { tag: 'r1', things: [line('一路', 0), line('二路', 300, 600), line('三路', 600)] },
    'responsibility-grids': { tag: 'g1', things: [area('甲', -100, 500), area('乙', 500, 1_100)] },
    'unit-grids': { tag: 'u1', things: [area('格', 100, 400)] },
  }
  const picture = { layer: (id: string) => ({ tag: layers[id]?.tag, all: () => layers[id]?.things ?? [] }) }
  return { layers, book: new StreetBook(picture as unknown as ConstructorParameters<typeof StreetBook>[0]) }
}

test('streets are laid out once, and anew when a road, a responsibility grid or a unit grid changed', async () => {
  const { layers, book } = town()
  const first = await book.now()
  expect(await book.now()).toBe(first)
  for (const [id, more] of [
    ['roads', line('四路', 650)],
    ['responsibility-grids', area('丙', 0, 10)],
    ['unit-grids', area('新', 600, 900)],
  ] as const) {
    const before = await book.now()
    layers[id] = { tag: `${id} 2`, things: [...(layers[id]?.things ?? []), more] }
    const after = await book.now()
    expect([id, after === before]).toEqual([id, false])
    expect(await book.now()).toBe(after)
  }
  const { streets, areas, town: grids, map } = await book.now()
  expect([streets.length, areas.length]).toEqual([4, 3])
  // The first road runs through the town where the new unit grid is as well.
  const [part] = map.parts
  expect(part && [...(grids?.of(part) ?? [])].map(Math.round)).toEqual([100, 400, 600, 900])
})

test('each street keeps where it runs through the town as its own, whatever was asked for before', async () => {
  const { book } = town()
  const { map, town: grids } = await book.now()
  const all = toTheEnd((grids as TownStretches).all())
  expect(all.map((stretches) => [...stretches].map(Math.round))).toEqual([
    [100, 400],
    [100, 400],
    [100, 400],
  ])
  let reckoned = 0
  const counting = { stretchesOf: (part: { index: number }) => [++reckoned, part.index] }
  const own = new TownStretches(counting as never, map.parts)
  for (const part of [...map.parts, ...map.parts]) expect(own.of(part)).toEqual([part.index + 1, part.index])
  expect(reckoned).toBe(map.parts.length)
})

test('a page of gaps has the longest first, and counts those that it has no room for', async () => {
  const { book } = town()
  const laid = await book.now()
  const set = { ...{ id: 'made', name: { zh: '规', en: 'R' }, layer: 'bins' }, rules: [rule()] }
  const gap = (part: number, from: number, to: number, areaAt: number) => ({
    ...{
      set: 0,
      rule: 0,
      part,
      side: 1,
      from,
      to,
      before: -1,
      after: 3,
      fromStreet: null,
      toStreet: null,
      area: areaAt,
    },
  })
  const gaps = [gap(0, 0, 150, 0), gap(1, 0, 400, 0), gap(2, 100, 350, 1), gap(0, 300, 700, 1)]
  const job = {
    kept: { city: { laid, named: new Map([['bins', { idOf: (thing: number) => `bin-${thing}` }]]) }, sets: [set] },
    found: { gaps },
  } as unknown as RunJob
  const page = gapPage(job, { limit: 3 })
  expect(page.features.map(({ properties }) => properties.metres)).toEqual([400, 400, 250])
  expect([page.matched, page.metres]).toEqual([4, 1_200])
  expect(page.features[0]?.properties).toMatchObject({ road: '二路', beforeId: null, afterId: 'bin-3', grid: '甲' })
  expect(gapPage(job, { limit: 9, road: '一路' })).toMatchObject({ matched: 2, metres: 550 })
  expect(gapPage(job, { limit: 9, grid: '乙' })).toMatchObject({ matched: 2, metres: 650 })
  expect(gapPage(job, { limit: 9, layer: 'kiosks' })).toMatchObject({ matched: 0, features: [] })
})
