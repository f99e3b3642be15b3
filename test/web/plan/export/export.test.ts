import { strToU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import '../../../../web/i18n/plan-print-words.ts'
import type { City } from '../../../../server/contract/city.ts'
import { packAtOnce } from '../../../../vite.config.ts'
import { texts } from '../../../../web/i18n/i18n.ts'
import { aboutOf } from '../../../../web/plan/export/about.ts'
import { workbookOf } from '../../../../web/plan/export/export-table.ts'
import { fileName } from '../../../../web/plan/export/file-name.ts'
import { geoJsonOf } from '../../../../web/plan/export/geojson-of.ts'
import type { Handout } from '../../../../web/plan/export/handout.ts'
import { zip } from '../../../../web/plan/export/pack-at-once.ts'

const CITY: City = {
  ...{ area: '540626', name: { zh: '索县', en: 'Suo' }, centre: [93.785, 31.886], zoom: 15, bounds: null, demo: true },
  ...{ mapApproval: null, basemap: false, relief: false, seq: 1, dataAt: '2026-11-20T13:00:00Z', assetCount: 3 },
}
const NOW = Date.parse('2026-11-22T10:00:00+08:00')
const HANDOUT: Handout = {
  ...{ id: 'coverage-bins', title: '垃圾箱覆盖', sources: ['CJJ 27-2012'], filter: '只看 人民路' },
  tables: [
    {
      name: '缺口/清单',
      note: '分母：24.1 km 路侧',
      columns: [
        { id: 'road', name: '道路' },
        { id: 'metres', name: '长度', unit: 'm', digits: 1 },
        { id: 'open', name: '开放' },
      ],
      rows: [
        { road: '=1+1', metres: 260.5, open: true },
        { road: '人民路', metres: null, open: null },
      ],
    },
  ],
  places: {
    features: {
      type: 'FeatureCollection',
      features: [
        {
          ...{ type: 'Feature', id: 'a', properties: { metres: 260.5, road: 'G317', inner: { deep: 1 } } },
          geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [0, 0],
                [0, 1],
                [1, 1.123456789],
                [0, 0],
              ],
            ],
          },
        },
      ],
    },
    units: { metres: 'm' },
  },
}

async function sheets(handout = HANDOUT): Promise<Record<string, string>> {
  const blob = await workbookOf(handout, CITY, 'zh', NOW)
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()))
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}

test('a number is a number in the workbook, what is unknown is empty, and a text is never a formula', async () => {
  const files = await sheets()
  const first = files['xl/worksheets/sheet1.xml'] ?? ''
  expect(first).toMatch(/<c r="B2"[^>]*>\s*<v>260\.5<\/v>/)
  expect(first).not.toMatch(/<c r="B3"[^>]*>\s*<v>/)
  expect(first).not.toContain('<f>')
  const words = files['xl/sharedStrings.xml'] ?? first
  expect(words).toContain('长度（m）')
  expect(words).toContain('=1+1')
})

test('a day of the calendar is a date in the workbook, which sorts and filters as one; what only looks like one is a text', async () => {
  const columns = [{ id: 'day', name: '清掏' }]
  const rows = ['2026-06-01', '2026-13-01', '2026-06', null, '2026-06-01T16:30:00.000Z'].map((day) => ({ day }))
  const first =
    (await sheets({ ...HANDOUT, tables: [{ name: '日', columns, rows }] }))['xl/worksheets/sheet1.xml'] ?? ''
  const serial = (Date.UTC(2026, 5, 1) - Date.UTC(1899, 11, 30)) / 86_400_000
  expect(first).toMatch(new RegExp(`<c r="A2"[^>]*>\\s*<v>${serial}</v>`))
  for (const cell of ['A3', 'A4']) expect(first).toMatch(new RegExp(`<c r="${cell}"[^>]* t="s"`))
  expect(first).not.toMatch(/<c r="A5"[^>]*>\s*<v>/)
  // 00:30 of the next day in Shanghai.
  const [, told = ''] = /<c r="A6"[^>]*>\s*<v>([\d.]+)<\/v>/.exec(first) ?? []
  expect(Number(told)).toBeCloseTo(serial + 1 + 0.5 / 24, 6)
})

test('the last sheet says the rule, of when, what was chosen and that the data is made up', async () => {
  const files = await sheets()
  expect(files['xl/workbook.xml']).toContain('name="缺口 清单"')
  expect(files['xl/workbook.xml']).toContain('name="说明"')
  const words = Object.values(files).join('')
  for (const word of [
    'CJJ 27-2012',
    '2026-11-20 21:00',
    '2026-11-22 10:00',
    '只看 人民路',
    '演示数据',
    '分母：24.1 km 路侧',
  ])
    expect(words).toContain(word)
})

test('GeoJSON is of RFC 7946: rings against the clock, units in the names, and its system said honestly', () => {
  const { features, about } = geoJsonOf(HANDOUT, aboutOf(HANDOUT, CITY, 'zh', NOW))
  expect(features).toEqual([
    {
      ...{ type: 'Feature', id: 'a', properties: { 'metres (m)': 260.5, road: 'G317' } },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1.1234568],
            [0, 1],
            [0, 0],
          ],
        ],
      },
    },
  ])
  expect(JSON.stringify(about)).toContain('CGCS2000')
})

test('in English a handout says the same in English', async () => {
  await texts.changeLanguage('en')
  const about = aboutOf({ ...HANDOUT, sources: [], filter: undefined }, CITY, 'en', NOW)
  await texts.changeLanguage('zh')
  expect(about.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'By: No standard was used',
    'Data of: 2026-11-20 21:00',
    'Printed: 2026-11-22 10:00',
    'Coordinates: CGCS2000, longitude and latitude',
    'Made by: City management of Suo',
    'Data: Demo data',
  ])
  expect(fileName(HANDOUT, CITY, NOW, 'xlsx')).toBe('540626-coverage-bins-2026-11-22.xlsx')
})

test('who signs it is the bureau that the city names, and is said for any city where it names none', () => {
  const signed = (city: City) => aboutOf(HANDOUT, city, 'zh', NOW).find(({ name }) => name === '制图')?.value
  expect(signed(CITY)).toBe('索县城市管理部门')
  expect(signed({ ...CITY, bureau: { zh: '索县城市管理局（演示）', en: 'Suo bureau' } })).toBe('索县城市管理局（演示）')
  const based = aboutOf({ ...HANDOUT, base: '另有 27.8 km 不按本条要求' }, CITY, 'zh', NOW)
  expect(based[0]).toEqual({ name: '统计范围', value: '另有 27.8 km 不按本条要求' })
})

test('a large workbook is packed on the spot: the page may not make the worker that its writer would make', () => {
  const large = strToU8(Array.from({ length: 60_000 }, (_, i) => `${i} 人民路`).join())
  let bytes: Uint8Array | undefined
  zip({ 'xl/worksheets/sheet1.xml': large }, (fault, packed) => {
    expect(fault).toBeNull()
    bytes = packed
  })
  // At once, before anything else has its turn.
  const again = unzipSync(bytes ?? new Uint8Array())['xl/worksheets/sheet1.xml'] ?? new Uint8Array()
  expect(Buffer.compare(again, large)).toBe(0)
  const { resolveId } = packAtOnce()
  const asked = (source: string, importer: string): unknown =>
    typeof resolveId === 'function' ? Reflect.apply(resolveId, undefined, [source, importer, {}]) : undefined
  expect(asked('fflate', '/x/node_modules/write-excel-file/modules/zip/zipToArrayBuffer.js')).toMatch(
    /export\/pack-at-once\.ts$/,
  )
  expect(asked('fflate', '/x/web/plan/export/pack-at-once.ts')).toBeUndefined()
  expect(asked('./other', '/x/node_modules/write-excel-file/a.js')).toBeUndefined()
})
