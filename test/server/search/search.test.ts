import { expect, test } from 'vitest'
import { SearchAnswer } from '../../../server/contract/search.ts'
import { lamp, type TestCity, TOWN, testCity } from '../../support/test-city.ts'

async function indexed(): Promise<TestCity> {
  const town = [
    ...TOWN,
    lamp(0, {
      id: '540626L0101000002',
      layer: 'roads',
      name: 'G317',
      code: 'L0101',
      status: 'open',
      fields: { class: 'national' },
    }),
    lamp(0, {
      id: '540626L0701000001',
      layer: 'venues',
      name: '雪域网吧',
      code: 'L0701',
      status: 'normal',
      fields: { road: '藏北路' },
    }),
    lamp(102, { name: '藏北路 井 30' }),
    lamp(101, { name: 'G317 路灯 012', fields: { road: 'G317' } }),
  ]
  const city = await testCity({ assets: town })
  await city.search.build(null)
  return city
}

const find = async (city: TestCity, query: string) =>
  SearchAnswer.parse(await city.json(`/api/search?q=${encodeURIComponent(query)}`)).results
const names = async (city: TestCity, query: string) => (await find(city, query)).map(({ name }) => name)

test('a name is found as it is written, by its pinyin, its syllables and its initials', async () => {
  const city = await indexed()
  for (const query of [
    '雪域网吧',
    '雪域',
    '网吧',
    'xueyuwangba',
    'xue yu',
    'xywb',
    'wangba',
    'XueYu',
    '雪域 网吧',
    '雪域　网吧',
  ]) {
    expect((await names(city, query))[0], query).toBe('雪域网吧')
  }
})

test('the road itself comes before the lamps on it', async () => {
  const city = await indexed()
  for (const query of ['藏北路', '藏北', 'zangbeilu', 'cangbei', 'zbl']) {
    const [road, ...others] = await find(city, query)
    expect(road, query).toMatchObject({ kind: 'road', layer: 'roads', name: '藏北路' })
    expect(others.every(({ kind }) => kind === 'thing')).toBe(true)
  }
  expect((await find(city, '藏北路 网吧'))[0]).toMatchObject({ name: '雪域网吧', where: '藏北路' })
})

test('a number is found as people say it, and the whole one before what only begins so', async () => {
  const city = await indexed()
  expect((await names(city, 'G317 路灯 12'))[0]).toBe('G317 路灯 012')
  expect((await names(city, 'g317'))[0]).toBe('G317')
  expect((await names(city, '藏北路 路灯 3')).slice(0, 3)).toEqual([
    '藏北路 路灯 3',
    '藏北路 路灯 30',
    '藏北路 路灯 31',
  ])
  expect((await names(city, '藏北路 3'))[0]).toBe('藏北路 路灯 3')
  expect(await names(city, '藏北路 路灯')).toEqual(Array.from({ length: 10 }, (_, index) => `藏北路 路灯 ${index + 1}`))
})

test('a thing is found by its identification code, whole or begun', async () => {
  const city = await indexed()
  expect(await find(city, lamp(7).id)).toMatchObject([{ id: lamp(7).id, layer: 'streetlights', code: '01037' }])
  const begun = await find(city, '54062601037')
  expect(begun.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, index) => lamp(index + 1).id))
  expect(await find(city, '540626l0501')).toMatchObject([{ name: '索县垃圾填埋场', location: [93.801, 31.901] }])
})

test('a thing is found by the last digits of its code, after what is called or begins so', async () => {
  const city = await indexed()
  const ids = async (query: string) => (await find(city, query)).map(({ id }) => id)
  expect(await ids('00037')).toEqual([lamp(37).id])
  expect(await ids('037')).toEqual([lamp(37).id])
  expect(await ids('1037000037')).toEqual([lamp(37).id])
  expect((await ids('000001')).slice(0, 4)).toEqual([
    ...[lamp(1).id, '540626L0101000001', '540626L0501000001', '540626L0701000001'],
  ])
  expect(await ids('37'), 'two digits are too few').not.toContain('54062601037000137')
  expect(await ids('99037')).toEqual([])
  await city.change({ added: [lamp(137, { name: '杆', id: '54062600037000001' }), lamp(138, { name: '00037 号' })] })
  expect((await ids('00037')).slice(0, 2), 'a name that begins so goes before').toEqual([lamp(138).id, lamp(37).id])
})

test('the number in a name and the end of a code do not crowd each other out', async () => {
  const numbered = Array.from({ length: 30 }, (_, index) => lamp(index + 1, { name: `第${index}路 灯 123` }))
  const city = await testCity({ assets: [...numbered, lamp(123, { name: '甲' }), lamp(10_123, { name: '乙' })] })
  await city.search.build(null)
  const found = await names(city, '123')
  expect(found).toHaveLength(10)
  expect(found.filter((name) => name.endsWith('123'))).toHaveLength(8)
  expect(found.filter((name) => /[甲乙]/.test(name))).toEqual(['甲', '乙'])
})

test("a thing is found by the bureau's own number, whole, begun, or by its last digits", async () => {
  const city = await testCity({
    assets: [
      lamp(1, { name: '甲', fields: { ownNumber: 'LD-2019-04567' } }),
      lamp(2, { name: '乙', fields: { ownNumber: '04567' } }),
      lamp(4567, { name: '丙' }),
    ],
  })
  await city.search.build(null)
  expect(await names(city, 'ld-2019')).toEqual(['甲'])
  expect(await names(city, 'LD-2019-04567')).toEqual(['甲'])
  expect(await names(city, '04567'), 'after a dash it is whole').toEqual(['乙', '甲', '丙'])
  await city.change({ changed: [lamp(1, { name: '甲', fields: { ownNumber: '99123' } })], removed: [lamp(2).id] })
  expect(await names(city, '04567')).toEqual(['丙'])
  expect(await names(city, '9123')).toEqual(['甲'])
})

test('an edit is found at once, and what is gone is not', async () => {
  const city = await indexed()
  await city.change({ added: [lamp(55, { name: '新街 路灯 1', fields: {} })], changed: [lamp(1, { name: '旧塔' })] })
  await city.change({ removed: ['540626L0701000001'] })
  expect(await names(city, '新街')).toEqual(['新街 路灯 1'])
  expect(await names(city, 'jiuta')).toEqual(['旧塔'])
  expect(await names(city, '雪域网吧')).toEqual([])
  await city.search.build(null)
  expect(city.search.index.edited).toBe(0)
  expect(await names(city, '新街')).toEqual(['新街 路灯 1'])
})

test('a name of four hundred digits holds nothing up', async () => {
  const city = await testCity({ assets: [lamp(1, { name: `灯 ${'9'.repeat(400)}` })] })
  await city.search.build(null)
  expect(await names(city, '灯 9')).toHaveLength(1)
})

test('nothing is found for nothing, and no query is a fault', async () => {
  const city = await indexed()
  for (const query of [
    '不存在',
    'qqqq',
    '999999',
    '#',
    '\n',
    '\\',
    '%',
    "'",
    '   x   ',
    '0000',
    '\u0000',
    '🚽',
    '((((',
  ]) {
    expect(Array.isArray(await find(city, query)), query).toBe(true)
  }
  expect(await names(city, '不存在')).toEqual([])
  expect(await city.refusal('/api/search?q=')).toMatchObject({ code: 'bad-q' })
  expect(await city.refusal(`/api/search?q=${'x'.repeat(101)}`)).toMatchObject({ code: 'bad-q' })
  expect(await city.refusal('/api/search?q=a&limit=51')).toMatchObject({ code: 'bad-limit' })
})
