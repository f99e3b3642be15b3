import { gunzipSync } from 'node:zlib'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { csvCell } from '../../../server/layers/write-csv.ts'
import { lamp, testCity } from '../../support/test-city.ts'

const LAMPS = '/api/layers/streetlights/features'

test('the CSV of a match opens in a spreadsheet and reads back whole', async () => {
  const odd = lamp(41, { name: '北,"街"\n二行', fields: { road: '=HYPERLINK("http://x")', powerW: 60 } })
  const city = await testCity({ assets: [lamp(1), odd] })
  const response = await city.get(`${LAMPS}?format=csv&limit=1`)
  expect(response.headers.get('Content-Type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="streetlights.csv"')
  const bytes = new Uint8Array(await response.arrayBuffer())
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const text = new TextDecoder().decode(bytes)
  expect(text.endsWith('\r\n')).toBe(true)
  const { data, errors } = Papa.parse<Record<string, string>>(text.trimEnd(), { header: true })
  expect(errors).toEqual([])
  expect(data.find(({ id }) => id === odd.id)).toMatchObject({
    ...{ name: '北,"街"\n二行', powerW: '60', road: `'=HYPERLINK("http://x")`, code: '01037', longitude: '93.7891' },
  })
  expect(data).toHaveLength(2)
})

test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('a text that begins as %j cannot become a formula', (text) => {
  expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/)
})

test('a number below zero stays a number', () => {
  expect(csvCell(-1.5)).toBe('-1.5')
})

test('the GeoJSON download is the whole match, packed for who can unpack', async () => {
  const city = await testCity()
  const response = await city.get(`${LAMPS}?format=geojson&status=fault`, { 'Accept-Encoding': 'gzip' })
  expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="streetlights.geojson"')
  expect(response.headers.get('Content-Encoding')).toBe('gzip')
  const { type, features } = JSON.parse(gunzipSync(Buffer.from(await response.arrayBuffer())).toString())
  expect(type).toBe('FeatureCollection')
  expect(features).toHaveLength(4)
})

test('the download of a layer with nothing in it is a heading, or an empty collection', async () => {
  const city = await testCity()
  const csv = await (await city.get('/api/layers/bins/features?format=csv')).text()
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1)
  expect(await city.json('/api/layers/bins/features?format=geojson')).toMatchObject({ features: [] })
})

test('an area goes into a cell as GeoJSON', async () => {
  const city = await testCity()
  const csv = await (await city.get('/api/layers/landfills/features?format=csv')).text()
  const { data } = Papa.parse<Record<string, string>>(csv.replace('\uFEFF', '').trimEnd(), { header: true })
  expect(JSON.parse(data[0]?.geometry ?? '')).toMatchObject({ type: 'Polygon' })
})
