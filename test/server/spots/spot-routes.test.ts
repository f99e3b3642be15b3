import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asset } from '../../../server/contract/asset.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { ComparedPeriods } from '../../../server/contract/spot-periods.ts'
import {
  DensityMap,
  HotSpotMap,
  PatrolDebtMap,
  RecurrenceMap,
  SilenceMap,
  UnseenMap,
} from '../../../server/contract/spots.ts'
import { keepPositions } from '../../../server/crews/position-store.ts'
import type { WhenOver } from '../../support/engines.ts'
import { complaint, lamp, SUO } from '../../support/entries.ts'
import { TOWN, testCity, visit } from '../../support/test-city.ts'

const SIDE = 0.003
const grids: Asset[] = Array.from({ length: 36 }, (_, at) => {
  const [west, south] = [93.78 + (at % 6) * SIDE, 31.88 + Math.floor(at / 6) * SIDE]
  const corners: LngLat[] = [
    [west, south],
    [west + SIDE, south],
    [west + SIDE, south + SIDE],
    [west, south + SIDE],
    [west, south],
  ]
  return lamp(0, {
    ...{
      id: `540626100001${String(at + 1).padStart(3, '0')}`,
      layer: 'unit-grids',
      name: `网格 ${at + 1}`,
      status: 'normal',
    },
    ...{ code: 'L0802', edition: 'local', geometry: { type: 'Polygon', coordinates: [corners] } },
    fields: at === 35 ? {} : { population: 100 + at * 10 },
  })
})
const CASES = Array.from({ length: 120 }, (_, at) =>
  complaint(at + 1, {
    location: [93.781 + (at % 12) * 0.0014, 31.881 + (at % 7) * 0.0025],
    receivedAt: new Date(Date.parse('2026-02-01T09:00:00+08:00') + at * 17 * 3_600_000).toISOString(),
    source: at % 5 === 0 ? 'patrol' : 'hotline-12345',
    ...(at % 3 === 0 ? { kind: 'matter', code: '06010' } : {}),
  }),
)
const VISITS = [
  visit(1, { location: [93.7812, 31.8812], at: '2026-04-28T09:00:00+08:00' }),
  visit(2, { at: '2026-03-01T09:00:00+08:00' }),
]

async function planned(whenOver?: WhenOver) {
  const city = await testCity({ assets: [...TOWN, ...grids], cases: CASES, inspections: VISITS, whenOver })
  const planner = await city.as('planner')
  return { city, planner, ask: (path: string) => planner.json(`/api/spots/${path}`) }
}

/** One city for all that only look; what changes it has its own. */
let seen: Awaited<ReturnType<typeof planned>>
const closers: (() => Promise<void>)[] = []
beforeAll(async () => {
  seen = await planned((close) => void closers.unshift(close))
})
afterAll(async () => {
  for (const close of closers) await close()
})
const SPAN = 'from=2026-02-01&to=2026-05-01'
const isComplaint = ({ source }: { source: string }) => source === 'hotline-12345'

test('every map is as the contract says, and its cells add up to what was recorded', async () => {
  const { ask } = seen
  const complaints = CASES.filter(isComplaint).length
  for (const per of ['raw', 'km2', 'people', 'asset']) {
    const map = DensityMap.parse(await ask(`density?${SPAN}&per=${per}`))
    expect([map.about.total, map.features.reduce((sum, { properties }) => sum + properties.count, 0)]).toEqual([
      ...[complaints, complaints],
    ])
    expect(map.about.withoutData).toBe(map.features.filter(({ properties }) => properties.value === null).length)
    if (per === 'asset' || per === 'people') expect(map.about.withoutData).toBeGreaterThan(0)
  }
  const unseen = UnseenMap.parse(await ask(`unseen?${SPAN}&only=unseen`))
  expect(unseen.features.every(({ properties }) => properties.complaints > 0 && properties.inspections === 0)).toBe(
    true,
  )
  expect(unseen.about).toMatchObject({ complaints, inspections: 2, unseen: unseen.features.length })
  expect(SilenceMap.parse(await ask(`silence?${SPAN}&cell=300`)).about.model).toMatchObject({
    method: 'quasi-poisson-glm',
  })
  expect(HotSpotMap.parse(await ask(`hot?${SPAN}&subject=cases`)).about).toMatchObject({
    total: CASES.length,
    why: null,
  })
  const again = RecurrenceMap.parse(await ask('recurrence?class=matter:06010&from=2026-03-01&to=2026-03-08&days=30'))
  expect(again.about.figures.controlIs).toBe('other-classes')
  expect(again.about.figures.places).toBe(again.features.length)
})

test('patrol debt is told of tracks and visits, without whose they were', async () => {
  const { city, planner } = await planned()
  const start = Date.parse('2026-04-30T10:00:00+08:00')
  const points = [0, 30, 60].map((seconds) => ({
    crewId: 'crew-1',
    position: {
      ...{ at: new Date(start + seconds * 1_000).toISOString(), location: [93.79 + seconds * 1e-6, 31.89] as LngLat },
      ...{ accuracyM: 5, speedKmh: 4, headingDeg: null },
    },
  }))
  await city.store.transaction(SUO, (tx) => keepPositions(tx, points))
  const text = await (await planner.get('/api/spots/patrol-debt')).text()
  expect(text).not.toContain('crew-1')
  const { about, features } = PatrolDebtMap.parse(JSON.parse(text))
  const seen = features.filter(({ properties }) => properties.minutes !== null).map(({ properties }) => properties)
  // 30 April 10:01 and 28 April 9:00, asked on 1 May at noon.
  expect(seen.map(({ minutes, by }) => [minutes, by])).toEqual([
    ...[
      [75 * 60, 'inspection'],
      [26 * 60 - 1, 'track'],
    ],
  ])
  expect(about).toMatchObject({ tracks: 1, neverSeen: features.length - 2, rule: { maxKmh: 15 } })
})

test('periods side by side are what counting the cases one by one gives', async () => {
  const { ask } = seen
  const month = (from: string, to: string, fits: (of: (typeof CASES)[number]) => boolean) =>
    CASES.filter(
      (of) => fits(of) && of.receivedAt >= new Date(from).toISOString() && of.receivedAt < new Date(to).toISOString(),
    ).length
  const [feb, march, april] = ['02', '03', '04'].map(
    (m) => [`2026-${m}-01T00:00:00+08:00`, `2026-0${Number(m) + 1}-01T00:00:00+08:00`] as const,
  )
  if (!feb || !march || !april) throw new Error('no months')
  const periods = ComparedPeriods.parse(
    await ask(
      'periods?indicator=complaints&by=class&from=2026-04-01&to=2026-05-01&againstFrom=2026-02-01&againstTo=2026-03-01',
    ),
  )
  for (const { key, value, periodBefore, against, yearBefore, periodChange } of periods.rows) {
    const fits = (of: (typeof CASES)[number]) => isComplaint(of) && `${of.kind}:${of.code}` === key
    const [now, before] = [month(...april, fits), month(...march, fits)]
    expect([value, periodBefore, against]).toEqual([now, before, month(...feb, fits)])
    expect([yearBefore, periodChange]).toEqual([null, (now - before) / before])
  }
  expect(periods.rows.map(({ key }) => key).sort()).toEqual(['component:01037', 'matter:06010'])
  const cells = await ask('periods?indicator=received&by=cell&from=2026-04-01&to=2026-05-01')
  expect(cells.rows.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(
    month(...april, () => true),
  )
  expect(cells.rows.every(({ ring }: { ring: LngLat[] }) => ring.length === 5)).toBe(true)
  const roads = await ask('periods?indicator=received&by=road&from=2026-04-01&to=2026-05-01')
  expect(roads.rows.map(({ name }: { name: string }) => name).sort()).toEqual(['', '藏北路'])
})

test('rates and their 环比 are those of the evaluation', async () => {
  const { planner, ask } = seen
  const span = 'from=2026-04-01&to=2026-05-01'
  const { groups, formulas } = await planner.json(`/api/evaluation?by=class&${span}`)
  for (const { id } of formulas.rates) {
    const { rows, kind } = await ask(`periods?indicator=rate:${id}&by=class&${span}`)
    expect(kind).toBe('rate')
    for (const { group, rates } of groups) {
      const { value, periodBefore } = rates.find(({ rate }: { rate: string }) => rate === id)
      const row = rows.find(({ key }: { key: string }) => key === group)
      expect([row?.value ?? null, row?.periodBefore ?? null], `${id} ${group}`).toEqual([value, periodBefore])
    }
  }
  expect((await ask(`periods?indicator=rate:${formulas.rates[0].id}&${span}`)).rows.length).toBeLessThan(2)
})

test('things are counted as they stood when each period ended', async () => {
  const { city, ask } = await planned()
  await city.change({ removed: [lamp(2).id], changed: [lamp(3, { status: 'fault' })] })
  const rows = async (more: string) =>
    (
      await ask(
        `periods?indicator=things&layer=streetlights&from=2026-04-02&to=2026-05-02&againstFrom=2025-02-01&againstTo=2025-03-01${more}`,
      )
    ).rows
  expect(await rows('')).toMatchObject([{ key: 'all', value: 39, against: 40, againstChange: -1 / 40 }])
  expect(await rows('&status=fault')).toMatchObject([{ value: 5, against: 4 }])
  const byGrid = await rows('&by=unit-grid')
  expect(byGrid.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(39)
})

test('a map is kept as GeoJSON or as a table that a spreadsheet opens', async () => {
  const { planner, ask } = seen
  const map = await ask(`unseen?${SPAN}&only=unseen`)
  const file = await planner.get(`/api/spots/unseen?${SPAN}&only=unseen&format=geojson`)
  expect(file.headers.get('Content-Disposition')).toContain('unseen.geojson')
  expect((await file.json()).features).toEqual(map.features)
  const lines = (await (await planner.get(`/api/spots/unseen?${SPAN}&only=unseen&format=csv`)).text())
    .trim()
    .split('\r\n')
  expect(lines[0]).toBe('cell,complaints,inspections,differencePoints,unseen,longitude,latitude')
  expect(lines).toHaveLength(map.features.length + 1)
})

test('planners and supervisors may look, of their own part of the city, and nobody else', async () => {
  const { city } = seen
  for (const role of ['acceptor', 'duty-lead', 'inspector', 'crew', 'commander', 'admin', 'auditor', 'screen'] as const)
    expect((await (await city.as(role)).get('/api/spots/density')).status, role).toBe(403)
  expect((await city.guest.get('/api/spots/density')).status).toBe(401)
  const all = await (await city.as('supervisor')).json(`/api/spots/density?${SPAN}`)
  const narrow = await (await city.as('planner', { areas: ['540626999'] })).json(`/api/spots/density?${SPAN}`)
  expect([all.about.total > 0, narrow.about.total, narrow.features]).toEqual([true, 0, []])
  const compared = await (await city.as('planner', { areas: ['540626999'] })).json(
    `/api/spots/periods?indicator=received&by=cell&${SPAN}`,
  )
  expect(compared.rows).toEqual([])
})

test('what cannot be answered is refused by name', async () => {
  const { planner } = seen
  for (const [path, code] of [
    ['density?cell=20', 'bad-cell'],
    ['density?per=head', 'bad-per'],
    ['density?layer=trees', 'unknown-layer'],
    ['density?from=2026-05-01&to=2026-04-01', 'bad-to'],
    ['hot?class=01037', 'bad-class'],
    ['silence?colour=red', 'unknown-parameter'],
    ['recurrence?class=matter:06010&from=2026-04-01&to=2026-06-01', 'future-to'],
    [`periods?${SPAN}&indicator=joy`, 'bad-indicator'],
    [`periods?${SPAN}&indicator=rate:joy`, 'bad-indicator'],
    [`periods?${SPAN}&indicator=things&layer=streetlights&by=road`, 'bad-by'],
    [`periods?${SPAN}&indicator=things`, 'bad-layer'],
    [`periods?${SPAN}&indicator=received&againstFrom=2026-01-01`, 'bad-against-to'],
  ])
    expect(await planner.refusal(`/api/spots/${path}`), path).toMatchObject({ code })
})
