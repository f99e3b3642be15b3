import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openSource, readRows } from '../../../../server/gateways/import/read-rows.ts'
import type { SourceRow } from '../../../../server/gateways/import/source-row.ts'
import { gb18030 } from './gb18030.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gridkeeper-read-'))
})

const written = async (name: string, bytes: Buffer | string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

const rowsOf = async (path: string): Promise<SourceRow[]> => {
  const rows: SourceRow[] = []
  for await (const row of readRows(await openSource(path))) rows.push(row)
  return rows
}

const TEXT = '杆编号,位置\n001,索曲路“东段”\n002,"滨河路,\n西段"\n'

test.each([
  ['utf-8', Buffer.from(TEXT)],
  ['utf-8', Buffer.from(`\uFEFF${TEXT}`)],
  ['gb18030', gb18030(TEXT)],
  ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])],
])('a CSV file in %s is read without a wrong sign', async (encoding, bytes) => {
  const path = await written(`lamps-${encoding}-${bytes.length}.csv`, bytes)
  expect((await openSource(path)).encoding).toBe(encoding)
  expect((await rowsOf(path)).map(({ columns }) => columns)).toEqual([
    { 杆编号: '001', 位置: '索曲路“东段”' },
    { 杆编号: '002', 位置: '滨河路,\n西段' },
  ])
})

test.each(['\t', ';', '|'])('columns may be parted by %j', async (sign) => {
  const path = await written(`parted-${sign.charCodeAt(0)}.csv`, `a${sign}b\n1${sign}2\n3${sign}4\n`)
  expect((await rowsOf(path)).map(({ columns }) => columns)).toEqual([
    { a: '1', b: '2' },
    { a: '3', b: '4' },
  ])
})

test('a row keeps the line it stands in, empty lines counted', async () => {
  const path = await written('lines.csv', 'a,b\n1,2\n\n3,4\n')
  expect((await rowsOf(path)).map(({ number }) => number)).toEqual([2, 4])
})

test('GeoJSON features come one by one, with their id and geometry', async () => {
  const point = { type: 'Point', coordinates: [93.78, 31.88, 3990] }
  const features = [
    { type: 'Feature', id: 7, properties: { 名: '甲', 标签: ['a'] }, geometry: point },
    { type: 'Feature', properties: null, geometry: null },
  ]
  const path = await written('lamps.geojson', JSON.stringify({ features, type: 'FeatureCollection' }))
  expect(await rowsOf(path)).toEqual([
    { number: 1, columns: { id: '7', 名: '甲', 标签: '["a"]' }, geometry: point },
    { number: 2, columns: {}, geometry: null },
  ])
})

test.each([
  ['cut.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geom', /cut off/],
  ['broken.geojson', '{"type":"FeatureCollection","features":[{]}', /breaks off/],
  ['empty.json', '{"type":"FeatureCollection","features":[]}', /No features/],
  ['empty.csv', '', /empty/],
  ['twice.csv', 'a,b,a\n1,2,3\n', /Two columns are called “a”/],
  ['table.xlsx', 'PK', /not taken here/],
])('%s is refused in words', async (name, text, words) => {
  await expect(written(name, text).then(rowsOf)).rejects.toThrow(words)
})

test('bytes that are neither UTF-8 nor GB18030 are refused', async () => {
  const path = await written('noise.csv', Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x80, 0x0a]))
  await expect(openSource(path)).rejects.toThrow(/neither UTF-8 nor GB18030/)
})
