import { beforeAll, expect, test } from 'vitest'
import type { Layer } from '../../../../server/contract/layer.ts'
import { faultsOfMapping, guessMapping } from '../../../../server/gateways/import/mapping.ts'
import { readValue } from '../../../../server/gateways/import/read-value.ts'
import { shippedLayers } from './shipped-layers.ts'

let layers: Map<string, Layer>
beforeAll(async () => {
  layers = await shippedLayers()
})

const layer = (id: string): Layer => {
  const found = layers.get(id)
  if (!found) throw new Error(`no layer ${id}`)
  return found
}

test('columns of the national component table are known by their abbreviations', () => {
  const columns = ['GLBJBSM', 'GLBJMC', 'GLBJZT', 'X', 'Y', 'BZ']
  expect(guessMapping(layer('streetlights'), columns).columns).toEqual({
    ...{ id: 'GLBJBSM', name: 'GLBJMC', status: 'GLBJZT', lng: 'X', lat: 'Y' },
  })
})

test('columns of the older edition are known too', () => {
  const { columns } = guessMapping(layer('bins'), ['ObjID', 'ObjName', 'ObjState', '经度', '纬度', 'Note'])
  expect(columns).toEqual({ id: 'ObjID', name: 'ObjName', status: 'ObjState', lng: '经度', lat: '纬度' })
})

test('a unit in brackets, blanks and case do not hide a column', () => {
  const { columns } = guessMapping(layer('streetlights'), [' Power (W)', '杆高（m）', '所在 道路', '杆号'])
  expect(columns).toMatchObject({ powerW: ' Power (W)', heightM: '杆高（m）', road: '所在 道路' })
})

test('a column may say more before the word that is known', () => {
  const { columns } = guessMapping(layer('streetlights'), ['灯杆编号', '灯杆所在道路', '安装日期', '经度', '纬度'])
  expect(columns).toMatchObject({ id: '灯杆编号', road: '灯杆所在道路', installedOn: '安装日期' })
})

test('a column serves one target only', () => {
  const { columns } = guessMapping(layer('streetlights'), ['编号', '名称', '经度', '纬度'])
  expect(new Set(Object.values(columns)).size).toBe(Object.values(columns).length)
})

test('faults of a mapping are named: an unknown field, an absent column, no place', () => {
  const mapping = { columns: { id: '编号', colour: '颜色' }, constants: {}, values: {} }
  const faults = faultsOfMapping(mapping, layer('bins'), ['编号'], false).map(({ en }) => en)
  expect(faults).toHaveLength(3)
  expect(faults[0]).toContain('no field “colour”')
  expect(faults[1]).toContain('no column “颜色”')
  expect(faults[2]).toContain('no place')
  expect(
    faultsOfMapping({ columns: { id: '编号' }, constants: {}, values: {} }, layer('bins'), ['编号'], true),
  ).toEqual([])
})

test.each([
  ['integer', '1,200', 1200],
  ['integer', '12.5', undefined],
  ['number', '12.5 m', 12.5],
  ['number', '', undefined],
  ['number', '1e400', undefined],
  ['boolean', '是', true],
  ['boolean', '无', false],
  ['boolean', '也许', undefined],
  ['date', '2024年2月29日', '2024-02-29'],
  ['date', '2023-02-29', undefined],
  ['date', '20240301', '2024-03-01'],
  ['date', '2024/3/1 08:00', '2024-03-01'],
  ['instant', '2024-03-01 08:00', '2024-03-01T00:00:00.000Z'],
] as const)('%s reads “%s”', (type, text, value) => {
  const field = { key: 'a', name: { zh: '甲', en: 'A' }, type, unit: 'm', required: false, inTile: false, aliases: [] }
  expect(readValue(field, text)).toBe(value)
})
