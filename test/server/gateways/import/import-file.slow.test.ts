import gcoord from 'gcoord'
import { expect, test } from 'vitest'
import type { Asset } from '../../../../server/contract/asset.ts'
import { onEachEngine } from '../../../support/engines.ts'
import { gb18030 } from './gb18030.ts'
import { CITY, importDesk } from './import-desk.ts'

/** A file as a bureau keeps it: columns, words and numbers of its own. Nothing here knows a field of the catalogue. */
const CENSUS = [
  '灯杆编号,灯杆所在道路,道路等级,光源类型,额定功率(W),杆高,安装日期,运行情况,经度,纬度,备注',
  'SX-001,索曲路,主干路,LED,150W,10,2019-6-1,正常,93.7861,31.8871,东头第一杆',
  'SX-002,索曲路,主干路,LED,150,10,2019/06/01,不亮,93.7866,31.8872,',
  'SX-003,滨河路,次干路,高压钠灯,二百,9,20190601,正常,93.7871,31.8873,功率写成了汉字',
  'SX-004,滨河路,次干路,LED,100,9,2019年6月1日,被盗,93.7876,31.8874,状态不认识',
  'SX-005,滨河路,次干路,LED,100,9,,正常,31.8875,93.7881,经纬度对调',
  'SX-001,索曲路,主干路,LED,150,10,,正常,93.7891,31.8876,编号重复',
].join('\n')

const MAPPING = JSON.stringify({
  columns: {
    id: '灯杆编号',
    road: '灯杆所在道路',
    roadClass: '道路等级',
    lampType: '光源类型',
    powerW: '额定功率(W)',
    heightM: '杆高',
    installedOn: '安装日期',
    status: '运行情况',
    lng: '经度',
    lat: '纬度',
  },
  values: { lampType: { LED: 'led', 高压钠灯: 'sodium' } },
})

const seen = ({ id, name, status, geometry, fields, code }: Asset) => ({ id, name, status, geometry, fields, code })

onEachEngine((place) => {
  const atDesk = async () => importDesk(await (await place()).open())

  test('a file of a bureau’s own is shown first, then brought in as shown', async () => {
    const desk = await atDesk()
    const file = await desk.file('路灯普查.csv', gb18030(CENSUS))
    const map = await desk.file('map.json', MAPPING)
    const words = ['streetlights', file, '--crs', 'CGCS2000', '--map', map]

    const dry = await desk.run(...words, '--dry-run')
    expect(dry.en).toContain('gb18030')
    expect(dry.en).toContain('Would be: 6 rows, added 2, changed 0, same 0, removed 0, rejected 4')
    expect(dry.zh).toContain('第 4 行不收：功率：“二百”不是整数')
    expect(dry.zh).toContain('第 5 行不收：没有“被盗”这个状态')
    expect(dry.en).toContain('row 6 rejected: 31.8875, 93.7881 lies outside China, turned round it lies inside')
    expect(dry.en).toContain('row 7 rejected: SX-001 is already in row 2')
    expect(await desk.assets('streetlights')).toEqual([])

    expect((await desk.run(...words)).code).toBe(1)
    expect(await desk.assets('streetlights')).toEqual([])

    desk.answer = true
    const done = await desk.run(...words)
    expect(done.code).toBe(0)
    expect(done.en).toContain('Written: 6 rows, added 2, changed 0, same 0, removed 0, rejected 4')
    expect((await desk.assets('streetlights')).map(seen)).toEqual([
      {
        id: '54062601037000001',
        name: '路灯 SX-001',
        status: 'on',
        code: '01037',
        geometry: { type: 'Point', coordinates: [93.7861, 31.8871] },
        fields: {
          ...{ ownNumber: 'SX-001', road: '索曲路', roadClass: 'main', lampType: 'led' },
          ...{ powerW: 150, heightM: 10, installedOn: '2019-06-01' },
        },
      },
      expect.objectContaining({ id: '54062601037000002', status: 'fault' }),
    ])
    expect(await desk.store.verify(CITY)).toMatchObject({ ok: true })
  })

  test('the same file again changes nothing, a corrected one changes what was corrected', async () => {
    const desk = await atDesk()
    const map = await desk.file('map.json', MAPPING)
    const run = async (text: string) =>
      desk.run('streetlights', await desk.file('a.csv', text), '--crs', 'WGS84', '--map', map, '--yes')
    await run(CENSUS)
    expect((await run(CENSUS)).en).toContain('added 0, changed 0, same 2')
    const corrected = await run(CENSUS.replace('不亮', '正常').replace('二百', '200'))
    expect(corrected.en).toContain('Written: 6 rows, added 1, changed 1, same 1')
    expect((await desk.assets('streetlights')).map(({ id, status }) => [id, status])).toEqual([
      ['54062601037000001', 'on'],
      ['54062601037000002', 'on'],
      ['54062601037000003', 'on'],
    ])
  })

  test('an import is undone as a whole, and its codes are not used again', async () => {
    const desk = await atDesk()
    const map = await desk.file('map.json', MAPPING)
    const run = async (text: string, ...more: string[]) =>
      desk.run('streetlights', await desk.file('a.csv', text), '--crs', 'WGS84', '--map', map, '--yes', ...more)
    await run(CENSUS)
    const before = await desk.assets('streetlights')
    const others = CENSUS.replaceAll('SX-00', 'SX-10').replace(
      /^SX-102.*$/m,
      'SX-002,索曲路,主干路,LED,70,10,,不亮,93.7866,31.8872,',
    )
    const second = await run(others, '--replace')
    expect(second.en).toContain('Written: 6 rows, added 1, changed 1, same 0, removed 1, rejected 4')
    const id = second.en.match(/undo (\S+)/)?.[1] ?? ''
    expect((await desk.run('list')).en).toContain(`${id}  streetlights  a.csv  WGS84  +1 ~1 −1 ×4`)

    expect((await desk.run('undo', id)).en).toContain('Undone: 1 removed, 2 restored')
    expect(await desk.assets('streetlights')).toEqual(before)
    expect((await desk.run('undo', id)).code).toBe(1)
    expect((await desk.run('undo', 'nothing')).en).toContain('There is no import nothing')

    await run(others)
    expect((await desk.assets('streetlights')).map(({ id }) => id)).not.toContain('54062601037000003')
    expect(await desk.store.verify(CITY)).toMatchObject({ ok: true })
  })

  test('an import whose things others changed since is not undone', async () => {
    const desk = await atDesk()
    const map = await desk.file('map.json', MAPPING)
    const run = async (text: string) =>
      desk.run('streetlights', await desk.file('a.csv', text), '--crs', 'WGS84', '--map', map, '--yes')
    const first = (await run(CENSUS)).en.match(/undo (\S+)/)?.[1] ?? ''
    await run(CENSUS.replace('不亮', '正常'))
    const refused = await desk.run('undo', first)
    expect(refused.code).toBe(1)
    expect(refused.en).toContain('others have changed: 54062601037000002')
    expect((await desk.assets('streetlights')).map(({ status }) => status)).toEqual(['on', 'on'])
  })

  test('without a declared system nothing is imported, and the words say what it looks like', async () => {
    const desk = await atDesk()
    const street = Array.from(
      { length: 40 },
      (_, at) => [93.77 + at * 0.0004, 31.886 + Math.sin(at / 9) * 0.0012] as [number, number],
    )
    const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry })
    const collection = (features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })
    const road = collection([feature({ name: '索曲路' }, { type: 'LineString', coordinates: street })])
    expect((await desk.run('roads', await desk.file('roads.geojson', road), '--crs', 'wgs84', '--yes')).code).toBe(0)

    const shifted = street.map((at) => gcoord.transform(at, gcoord.WGS84, gcoord.GCJ02))
    const lamps = collection(
      shifted.map((coordinates, at) => feature({ 编号: `D${at}` }, { type: 'Point', coordinates })),
    )
    const file = await desk.file('lamps.geojson', lamps)
    const refused = await desk.run('streetlights', file, '--yes')
    expect(refused.code).toBe(1)
    expect(refused.zh).toContain('看起来像 GCJ-02')
    expect((await desk.run('streetlights', file, '--crs', 'pulkovo', '--yes')).en).toContain('“pulkovo” is not known')
    expect(await desk.assets('streetlights')).toEqual([])

    expect((await desk.run('streetlights', file, '--crs', 'GCJ-02', '--yes')).code).toBe(0)
    const [first] = await desk.assets('streetlights')
    const [lng = 0, lat = 0] = (first?.geometry.coordinates ?? []) as number[]
    expect(Math.hypot((lng - 93.77) * 94_500, (lat - 31.886) * 111_320)).toBeLessThan(0.5)
    expect(first).toMatchObject({ sourceCrs: 'GCJ-02', fields: { ownNumber: 'D0' } })
  })

  test('codes of other cities, other types and no type are refused by row', async () => {
    const desk = await atDesk()
    const rows = [
      '54062601037000007',
      '11010101037000001',
      '54062601060000001',
      '54062699999000001',
      '99999901037000001',
    ]
    const file = await desk.file(
      'codes.csv',
      ['标识码,X,Y', ...rows.map((id, at) => `${id},93.78${at},31.88`)].join('\n'),
    )
    const said = await desk.run('streetlights', file, '--crs', 'CGCS2000', '--yes')
    expect(said.en).toContain('added 1, changed 0, same 0, removed 0, rejected 4')
    expect(said.en).toMatch(/row 3 rejected: 11010101037000001 belongs to area 110101/)
    expect(said.en).toMatch(/row 4 rejected: 54062601060000001 is of type 01060/)
    expect((await desk.assets('streetlights')).map(({ id }) => id)).toEqual(['54062601037000007'])
  })
})
