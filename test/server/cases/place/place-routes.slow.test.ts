import { expect, test } from 'vitest'
import type { Asset } from '../../../../server/contract/asset.ts'
import type { Case } from '../../../../server/contract/case.ts'
import { onEachEngine } from '../../../support/engines.ts'
import { complaint } from '../../../support/entries.ts'
import { NOW, type TestCityParts, testCity } from '../../../support/test-city.ts'
import { gridCode, HOME, lampAt, moved, polygon, responsibilityGrid, road, square, unitGrid } from './made-ground.ts'

const [FIRST, SECOND] = [gridCode(1), '540626100008001']
const POST = '540626L0801000001'
const TOWN: Asset[] = [
  unitGrid(FIRST, polygon(square(-50, -50, 100)), POST),
  unitGrid(SECOND, polygon(square(50, -50, 100)), POST),
  responsibilityGrid(POST, polygon(square(-50, -50, 100))),
  road('540626L0101000001', [moved(HOME, -400, 12), moved(HOME, 400, 12)], '人民路'),
  lampAt(1, HOME, { road: '人民路', roadClass: 'main' }),
  lampAt(2, moved(HOME, 27), { road: '人民路', roadClass: 'main' }),
  lampAt(3, moved(HOME, 33), { road: '人民路', roadClass: 'main' }),
]
const LAMP = '54062601037000001'
const hoursAgo = (hours: number) => new Date(Date.parse(NOW) - hours * 3_600_000).toISOString()
const at = (place: readonly number[]) => `at=${place.join(',')}`
const dark = (number: number, hours: number, of: Partial<Case> = {}): Case =>
  complaint(number, { location: HOME, unitGrid: FIRST, assetId: LAMP, receivedAt: hoursAgo(hours), ...of })
const closed = (number: number, hours: number): Case =>
  dark(number, hours, { status: 'closed', closedAt: hoursAgo(hours - 10) })

onEachEngine((_place, engine) => {
  const town = (parts: TestCityParts = {}) => testCity({ engine, assets: TOWN, ...parts })

  test('a tap on a map says all of where a report belongs', async () => {
    const city = await town({ cases: [closed(1, 900), closed(2, 600), closed(3, 300), dark(4, 5)] })
    const tap = moved(HOME, 4, 4)
    expect(await city.json(`/api/placement?${at(tap)}&kind=component&code=01037`)).toMatchObject({
      ...{ unitGrid: FIRST, responsibilityGrid: POST, street: '540626100', community: '540626100001' },
      ...{ road: { id: '540626L0101000001', name: '人民路', metres: 8 }, assetId: LAMP, choices: [] },
      ...{ owner: { unit: 'light-keepers', by: 'asset-owner' }, repeats: 4, repeatLevel: 'repeated' },
      duplicates: [{ id: 'case-0004', reasons: [{ because: 'same-thing' }, { because: 'open', hours: 5 }] }],
    })
  })

  test('what nobody has classified has a place and an owner of the ground, and no doubles', async () => {
    const city = await town({ cases: [dark(1, 1)] })
    expect(await city.json(`/api/placement?${at(moved(HOME, 60))}`)).toMatchObject({
      ...{ unitGrid: SECOND, owner: { unit: 'south-bank', by: 'area' }, assetId: null, repeats: 0, duplicates: [] },
    })
  })

  test('outside of everything there is no grid and no road, and the stated body answers', async () => {
    const city = await town()
    expect(await city.json(`/api/placement?${at(moved(HOME, 5_000))}&kind=matter&code=06010`)).toEqual({
      ...{ unitGrid: null, responsibilityGrid: null, street: null, community: null, road: null },
      ...{ assetId: null, choices: [], owner: { unit: 'street-sweepers', by: 'asset-owner' } },
      ...{ repeats: 0, repeatLevel: 'none', duplicates: [] },
    })
  })

  test('two lamps under one finger are to be chosen from, and the chosen one is kept', async () => {
    const city = await town()
    const tap = `${at(moved(HOME, 30))}&kind=component&code=01037`
    const { assetId, choices } = await city.json(`/api/placement/assets?${tap}`)
    expect(assetId).toBeNull()
    expect(choices.map(({ metres }: { metres: number }) => metres)).toEqual([3, 3])
    const chosen = await city.json(`/api/placement?${tap}&assetId=54062601037000003`)
    expect(chosen).toMatchObject({ assetId: '54062601037000003', choices: [] })
    expect((await city.json(`/api/placement?${tap}&assetId=nothing`)).assetId).toBeNull()
  })

  test('a place with three of a class is listed with its cases, and one with two is not', async () => {
    const two = [7, 8]
      .map((number) => closed(number, 100 + number))
      .map((one) => ({ ...one, assetId: '54062601037000002' }))
    const city = await town({ cases: [closed(1, 900), closed(2, 600), closed(3, 300), closed(6, 24 * 61), ...two] })
    const { days, flagged, key, sites } = await city.json('/api/placement/repeats')
    expect({ days, flagged, key }).toEqual({ days: 60, flagged: 3, key: 5 })
    expect(sites).toMatchObject([
      { code: '01037', assetId: LAMP, level: 'repeated', cases: [{ id: 'case-0001' }, {}, {}] },
    ])
    expect((await city.json('/api/placement/repeats?code=06010')).sites).toEqual([])
    expect((await city.json(`/api/placement/repeats?until=${hoursAgo(650)}`)).sites).toEqual([])
  })

  test('who sees a part of the city is told nothing of the rest', async () => {
    const city = await town({ cases: [closed(1, 900), closed(2, 600), closed(3, 300), dark(4, 5)] })
    const tap = `/api/placement?${at(HOME)}&kind=component&code=01037`
    const here = await city.as('acceptor', { areas: ['540626100001'] })
    expect(await here.json(tap)).toMatchObject({ repeats: 4, duplicates: [{ id: 'case-0004' }] })
    const there = await city.as('acceptor', { areas: ['540626100008'] })
    expect(await there.json(tap)).toMatchObject({ unitGrid: FIRST, repeats: 0, repeatLevel: 'none', duplicates: [] })
    expect((await there.json('/api/placement/repeats')).sites).toEqual([])
  })

  test('a report that comes in is put in its place, and the next of the lamp joins what was suggested', async () => {
    const city = await town()
    const acceptor = await city.as('acceptor')
    const words = { source: 'hotline-12345', problem: '路灯不亮', address: '人民路', kind: 'component', code: '01037' }
    const first = await (await acceptor.post('/api/cases', { ...words, location: moved(HOME, 5) })).json()
    expect(first).toMatchObject({ unitGrid: FIRST, road: '540626L0101000001', assetId: LAMP, repeats: 0 })
    const [double] = (await acceptor.json(`/api/placement/duplicates?${at(moved(HOME, -6))}&kind=component&code=01037`))
      .duplicates
    expect(double).toMatchObject({ id: first.id, metres: 0 })
    const joined = await acceptor.post('/api/cases', { ...words, location: moved(HOME, -6), joins: double.id })
    expect((await joined.json()).reports).toHaveLength(2)
  })
})

test.each([
  ['/api/placement?at=1&kind=component&code=01037', 'bad-at'],
  ['/api/placement/assets?at=93.785,31.886&kind=component', 'missing-parameter'],
  ['/api/placement?at=93.785,31.886&kind=component&code=99999', 'bad-code'],
  ['/api/placement?at=93.785,31.886&kind=thing&code=01037', 'bad-kind'],
  ['/api/placement/repeats?until=never', 'bad-until'],
])('%s is refused as %s', async (path, code) => {
  expect(await (await testCity()).refusal(path)).toMatchObject({ status: 400, code })
})

test('where guests may read nothing, nobody is told anything', async () => {
  const city = await testCity({ settings: { guests: 'none' } })
  expect(await city.refusal('/api/placement/repeats')).toMatchObject({ status: 401, code: 'signed-out' })
})
