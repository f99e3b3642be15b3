import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asset } from '../../../server/contract/asset.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { RecurrenceMap, SilenceMap, UnseenMap } from '../../../server/contract/spots.ts'
import { complaint, lamp, SUO } from '../../support/entries.ts'
import { TOWN, testCity, visit } from '../../support/test-city.ts'

const SIDE = 0.003
const square = (west: number, south: number, side: number): LngLat[] => [
  ...(
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ] as const
  ).map(([lng, lat]): LngLat => [lng, lat]),
]
const area = (id: string, layer: string, ring: LngLat[], fields: Asset['fields'] = {}): Asset =>
  lamp(0, {
    ...{ id, layer, name: id, status: 'normal', code: 'L0802', edition: 'local', fields },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })
const GRIDS = Array.from({ length: 36 }, (_, at) =>
  area(
    `${SUO}${at < 18 ? '100' : '101'}001${String(at + 1).padStart(3, '0')}`,
    'unit-grids',
    square(93.78 + (at % 6) * SIDE, 31.88 + Math.floor(at / 6) * SIDE, SIDE),
    { population: 100 + at * 10 },
  ),
)
const RESPONSIBLE = area(`${SUO}L0801000001`, 'responsibility-grids', square(93.77, 31.87, 0.05))
const DAY = 86_400_000
const START = Date.parse('2026-02-01T09:00:00+08:00')
const CASES = Array.from({ length: 120 }, (_, at) =>
  complaint(at + 1, {
    location: [93.781 + (at % 12) * 0.0014, 31.881 + (at % 7) * 0.0025],
    unitGrid: `${SUO}${at % 2 ? '100' : '101'}001001`,
    receivedAt: new Date(START + at * 17 * 3_600_000).toISOString(),
    source: at % 5 === 0 ? 'patrol' : 'hotline-12345',
    ...(at % 3 === 0 ? { kind: 'matter', code: '06010' } : {}),
  }),
)
const VISITS = [
  visit(1, { location: [93.7812, 31.8812], at: '2026-04-28T09:00:00+08:00', unitGrid: `${SUO}100001001` }),
  visit(2, { kind: 'street-patrol', at: '2026-04-01T09:00:00+08:00', unitGrid: `${SUO}101001001` }),
]
const SPAN = 'from=2026-02-01&to=2026-05-01'

let city: Awaited<ReturnType<typeof testCity>>
const closers: (() => Promise<void>)[] = []
beforeAll(async () => {
  const assets = [...TOWN, ...GRIDS, RESPONSIBLE]
  city = await testCity({ assets, cases: CASES, inspections: VISITS, whenOver: (close) => void closers.unshift(close) })
})
afterAll(async () => {
  for (const close of closers) await close()
})

const ask = async (path: string, areas?: string[]) =>
  (await city.as('planner', areas ? { areas } : undefined)).json(`/api/spots/${path}`)

test('each map of somebody’s own part has the cells of that part and no others', async () => {
  for (const path of [`density?${SPAN}`, `unseen?${SPAN}`, `silence?${SPAN}`, `hot?${SPAN}`, 'patrol-debt']) {
    const [all, mine] = [await ask(path), await ask(path, [`${SUO}999`])]
    expect([path, all.features.length > 0, mine.features]).toEqual([path, true, []])
  }
  const half = await ask(`silence?${SPAN}`, [`${SUO}100`])
  const people = half.features.reduce(
    (sum: number, { properties }: { properties: { population: number | null } }) => sum + (properties.population ?? 0),
    0,
  )
  expect(people).toBeCloseTo(
    GRIDS.slice(0, 18).reduce((sum, { fields }) => sum + Number(fields.population), 0),
    0,
  )
})

test('the bounds of a deficit are in their order, around it', async () => {
  const { features } = SilenceMap.parse(await ask(`silence?${SPAN}&cell=300`))
  const said = features.flatMap(({ properties: { deficitLow, deficit, deficitHigh } }) =>
    deficitLow === null || deficit === null || deficitHigh === null ? [] : [[deficitLow, deficit, deficitHigh]],
  )
  expect(said.length).toBeGreaterThan(0)
  for (const [low, deficit, high] of said)
    expect([low, deficit, high]).toEqual([low, deficit, high].toSorted((a, b) => (a ?? 0) - (b ?? 0)))
})

test('complaints of one class are held against all inspections', async () => {
  const { about } = UnseenMap.parse(await ask(`unseen?${SPAN}&class=matter:06010`))
  const complaints = CASES.filter(({ source, code }) => source === 'hotline-12345' && code === '06010').length
  expect(about).toMatchObject({ complaints, inspections: 2 })
})

test('a campaign with a box is measured against the same classes elsewhere, as counting one by one gives', async () => {
  const [west, south, east, north] = [93.78, 31.88, 93.7895, 31.9]
  const [from, to] = [Date.parse('2026-03-01T00:00:00+08:00'), Date.parse('2026-03-08T00:00:00+08:00')]
  const count = (isInside: boolean, begin: number, end: number): number =>
    CASES.filter(({ code, location: [lng, lat], receivedAt }) => {
      const ms = Date.parse(receivedAt)
      const inside = lng >= west && lng <= east && lat >= south && lat <= north
      return code === '06010' && inside === isInside && ms >= begin && ms < end
    }).length
  const path = `recurrence?class=matter:06010&from=2026-03-01&to=2026-03-08&days=20&bbox=${[west, south, east, north]}`
  const { about, features } = RecurrenceMap.parse(await ask(path))
  const both = (isInside: boolean) => ({
    before: count(isInside, from - 20 * DAY, from),
    after: count(isInside, to, to + 20 * DAY),
  })
  expect(both(true).after * both(false).after).toBeGreaterThan(0)
  expect(about.figures).toMatchObject({
    ...{ controlIs: 'same-classes-elsewhere', campaign: both(true), control: both(false) },
  })
  for (const { geometry } of features) expect(geometry.coordinates[0]?.[0]?.[0]).toBeLessThan(east)
  expect((await ask(path, [`${SUO}999`])).features).toEqual([])
})

/** Ray casting, on its own: whether a place is west of an odd number of sides. */
const isIn = (ring: readonly (readonly [number, number])[], [lng, lat]: LngLat): boolean =>
  ring.slice(1).reduce((odd, [x, y], at) => {
    const [u, v] = ring[at] ?? [x, y]
    return v > lat !== y > lat && lng < u + ((lat - v) * (x - u)) / (y - v) ? !odd : odd
  }, false)

test('a campaign of two areas, one with a hole, counts what lies in either of them and not in the hole, once', async () => {
  const closedRing = (...corners: [number, number][]): [number, number][] => [...corners, corners[0] ?? [0, 0]]
  const outline = closedRing([93.78, 31.88], [93.7893, 31.8803], [93.7889, 31.8977], [93.7804, 31.8969])
  const hole = closedRing([93.7818, 31.8829], [93.7862, 31.8831], [93.7859, 31.8891])
  const other = closedRing([93.784, 31.8905], [93.7951, 31.8899], [93.7923, 31.8979], [93.784, 31.895])
  const [from, to] = [Date.parse('2026-03-01T00:00:00+08:00'), Date.parse('2026-03-08T00:00:00+08:00')]
  const count = (isInside: boolean, begin: number, end: number): number =>
    CASES.filter(({ code, location, receivedAt }) => {
      const ms = Date.parse(receivedAt)
      const inside = (isIn(outline, location) && !isIn(hole, location)) || isIn(other, location)
      return code === '06010' && inside === isInside && ms >= begin && ms < end
    }).length
  const both = (isInside: boolean) => ({
    before: count(isInside, from - 20 * DAY, from),
    after: count(isInside, to, to + 20 * DAY),
  })
  const area = { type: 'MultiPolygon', coordinates: [[outline, hole], [other]] }
  const asked = `recurrence?class=matter:06010&from=2026-03-01&to=2026-03-08&days=20`
  const path = `${asked}&area=${encodeURIComponent(JSON.stringify(area))}`
  const { about } = RecurrenceMap.parse(await ask(path))
  const counted = CASES.filter(({ code, receivedAt }) => {
    const ms = Date.parse(receivedAt)
    return code === '06010' && ((ms >= from - 20 * DAY && ms < from) || (ms >= to && ms < to + 20 * DAY))
  })
  expect(counted.some(({ location }) => isIn(outline, location) && isIn(other, location))).toBe(true)
  expect(counted.some(({ location }) => isIn(hole, location) && !isIn(other, location))).toBe(true)
  expect(both(true).after * both(false).after).toBeGreaterThan(0)
  expect(about).toMatchObject({
    campaign: { area, bbox: null },
    figures: { controlIs: 'same-classes-elsewhere', campaign: both(true), control: both(false) },
  })
  const square = JSON.stringify({ type: 'Polygon', coordinates: [SQUARE_RING] })
  const box = await ask(`${asked}&bbox=93.78,31.88,93.7895,31.9`)
  const same = await ask(`${asked}&area=${encodeURIComponent(square)}`)
  expect(same.about.figures).toEqual(box.about.figures)
})
const SQUARE_RING = [
  [93.78, 31.88],
  [93.7895, 31.88],
  [93.7895, 31.9],
  [93.78, 31.9],
  [93.78, 31.88],
]

test('a place that is no area is refused in words', async () => {
  const planner = await city.as('planner')
  const refused = (area: unknown, more = '') =>
    planner.problem(
      planner.get(
        `/api/spots/recurrence?class=matter:06010&from=2026-03-01&to=2026-03-08${more}&area=${encodeURIComponent(typeof area === 'string' ? area : JSON.stringify(area))}`,
      ),
    )
  const polygon = (...ring: number[][]) => ({ type: 'Polygon', coordinates: [ring] })
  const SAID: [unknown, RegExp][] = [
    ['no json', /GeoJSON geometry/],
    [{ type: 'Point', coordinates: [93.78, 31.88] }, /'Polygon' . 'MultiPolygon'/],
    [{ ...polygon(...SQUARE_RING), crs: 'GCJ-02' }, /crs/],
    [polygon(...SQUARE_RING.slice(0, 4)), /close the ring/],
    [polygon([93, 31], [93.1, 31], [93, 31]), /four points/],
    [polygon([93, 31], [93.1, 31.1], [93.1, 31], [93, 31.1], [93, 31]), /crosses itself/],
    [polygon([93, 31], [97, 31], [97, 32], [93, 31]), /larger than a city/],
    [polygon([193, 31], [193.1, 31], [193, 31.1], [193, 31]), /180/],
    [{ type: 'MultiPolygon', coordinates: [] }, /coordinates/],
    [polygon(...Array.from({ length: 201 }, (_, at) => [93 + at / 1e3, 31])), /at most 200/],
  ]
  for (const [area, said] of SAID) {
    const problem = await refused(area)
    expect([area, problem]).toMatchObject([area, { status: 400, parameter: 'area' }])
    expect(problem.detail).toMatch(said)
  }
  expect(await refused(polygon(...SQUARE_RING), '&bbox=93.78,31.88,93.79,31.9')).toMatchObject({
    ...{ status: 400, parameter: 'area' },
  })
})

test('inspections of two periods are told apart by their kind, their grid and who may see them', async () => {
  const periods = (by: string, areas?: string[]) =>
    ask(`periods?indicator=inspections&by=${by}&from=2026-04-01&to=2026-05-01`, areas)
  const keys = ({ rows }: { rows: { key: string; value: number }[] }) =>
    rows.map(({ key, value }) => [key, value]).sort()
  expect(keys(await periods('class'))).toEqual([
    ['internet-cafe', 1],
    ['street-patrol', 1],
  ])
  expect(keys(await periods('grid'))).toEqual([[RESPONSIBLE.id, 2]])
  expect(keys(await periods('class', [`${SUO}100`]))).toEqual([['internet-cafe', 1]])
})
