import { readdirSync, readFileSync } from 'node:fs'
import { createExpression, validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import type { City } from '../../../server/contract/city.ts'
import { Layer } from '../../../server/contract/layer.ts'
import { State } from '../../../server/contract/state.ts'
import type { MapPicture } from '../../../web/map/city-map.ts'
import { densityOf, HEAT_STEPS } from '../../../web/map/heat-cells.ts'
import { MARK_PIXELS } from '../../../web/map/images/draw-mark.ts'
import { TIERS } from '../../../web/map/layers/asset-context.ts'
import { mapStyle } from '../../../web/map/map-style.ts'

const layers = readdirSync('data/catalogue')
  .filter((name) => name.endsWith('.json'))
  .map((name) => Layer.parse(JSON.parse(readFileSync(`data/catalogue/${name}`, 'utf8'))))

const city: City = {
  area: '540626',
  name: { zh: '索县', en: 'Suo' },
  centre: [93.7858, 31.8892],
  zoom: 14.6,
  bounds: [93.6972, 31.8427, 93.8728, 31.9293],
  demo: true,
  mapApproval: null,
  basemap: true,
  relief: true,
  seq: 1,
  dataAt: null,
  assetCount: 1,
}

const empty = { lng: new Int32Array(0), lat: new Int32Array(0), at: new Uint32Array(0) }
const noPoints = { ...empty, classOf: new Uint8Array(0), sourceOf: new Uint8Array(0), count: 0, seq: 1 }
const noCells = densityOf(
  { ...noPoints, from: '', to: '', classes: [], sources: [] },
  { from: 0, to: 1 },
  { origin: city.centre },
)

const everything = (picture: Partial<MapPicture> = {}, of: Partial<City> = {}) =>
  mapStyle({
    city: { ...city, ...of },
    layers,
    highlight: { type: 'Point', coordinates: city.centre },
    fonts: {},
    origin: 'http://host',
    picture: {
      shownLayers: layers.map(({ id }) => id),
      statusFilter: {},
      theme: 'dark',
      language: 'zh',
      heat: { mode: 'complaints', cells: noCells, steps: HEAT_STEPS },
      measure: [],
      ...picture,
    },
  })

const looks = (['dark', 'light'] as const).flatMap((theme) =>
  (['zh', 'en'] as const).map((language) => ({ theme, language })),
)

test.each(looks)('the style with every layer of the catalogue is valid ($theme, $language)', (look) => {
  expect(validateStyleMin(everything(look)).map(({ message }) => message)).toEqual([])
})

test('no two map layers share an id, and every one draws from a source that is there', () => {
  const style = everything()
  const ids = style.layers.map(({ id }) => id)
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  for (const layer of style.layers)
    if ('source' in layer) expect(Object.keys(style.sources)).toContain(String(layer.source))
})

test('every address in the style is on the own host, and there are no glyphs or sprites to fetch', () => {
  const style = everything()
  const text = JSON.stringify(style)
  for (const address of text.match(/[a-z]+:\/\/[^"]*/g) ?? []) expect(address).toMatch(/^http:\/\/host\/tiles\//)
  expect([style.glyphs, style.sprite]).toEqual([undefined, undefined])
})

test('all casings lie under all road fills, and the city lies over its streets', () => {
  const ids = everything().layers.map(({ id }) => id)
  const at = (test: (id: string) => boolean) => ids.flatMap((id, i) => (test(id) ? [i] : []))
  const casings = at((id) => id.includes('casing'))
  const fills = at((id) => /^(road-(track|lane|street|secondary|main|national)|bridge)$/.test(id))
  expect(Math.max(...casings)).toBeLessThan(Math.min(...fills))
  expect(Math.min(...at((id) => id.includes('/mark-')))).toBeGreaterThan(Math.max(...at((id) => id.endsWith('-names'))))
})

test('what is late lies over what is due, whichever layer it is of, and every count lies under all marks', () => {
  const ids = everything().layers.map(({ id }) => id)
  const at = (pattern: RegExp) => ids.flatMap((id, i) => (pattern.test(id) ? [i] : []))
  expect(Math.max(...at(/\/(cluster|lone|mark)-due$/))).toBeLessThan(Math.min(...at(/\/(cluster|lone|mark)-late$/)))
  expect(Math.max(...at(/\/(cluster|lone|mark)-unknown$/))).toBeLessThan(Math.min(...at(/\/(cluster|lone|mark)-due$/)))
  expect(Math.max(...at(/\/count-(unknown|due|late)$/))).toBeLessThan(Math.min(...at(/\/(cluster|mark)-unknown$/)))
})

test.each(State.options)('the name of a thing that is %s lies clear of its own mark at every zoom', (state) => {
  const { layers } = everything()
  const valueAt = (zoom: number, id: string, property: 'text-offset' | 'icon-size'): unknown => {
    const found = layers.find((layer) => layer.id === id)
    const value = found?.type === 'symbol' ? found.layout?.[property] : undefined
    const read = createExpression(value, property)
    if (read.result === 'error') throw new Error(`${id} ${property}: ${read.value.join()}`)
    return read.value.evaluate({ zoom }, { type: 'Point', properties: { state } })
  }
  const tier = TIERS.find((states) => (states as readonly string[]).includes(state))?.[0]
  const [mark, name] = tier ? [`bins/mark-${tier}`, `bins/name-${tier}`] : ['bins/quiet-icon', 'bins/name']
  for (const zoom of [18, 18.5, 19, 21]) {
    const [, down = 0] = valueAt(zoom, name, 'text-offset') as number[]
    // What is well gives way: its name may touch it, and no more.
    const clear = state === 'normal' ? 0 : 3
    expect(11 * down - clear).toBeGreaterThan((MARK_PIXELS / 2) * (valueAt(zoom, mark, 'icon-size') as number))
  }
})

test('a status filter is in the address of the tiles, and an empty one hides the layer', () => {
  const { sources } = everything({ statusFilter: { drains: ['clogged', 'missing'], bins: [] } })
  expect(sources['layer/drains']).toMatchObject({
    tiles: ['http://host/tiles/drains/{z}/{x}/{y}.mvt?status=clogged,missing'],
  })
  expect(sources['layer/bins']).toBeUndefined()
  expect(sources['layer/streetlights']).toMatchObject({ tiles: ['http://host/tiles/streetlights/{z}/{x}/{y}.mvt'] })
})

test('lamps shine at night and not by day', () => {
  const pools = (theme: 'dark' | 'light') => everything({ theme }).layers.filter(({ id }) => id.endsWith('/light-pool'))
  expect(pools('dark').map(({ id }) => id)).toEqual(['streetlights/light-pool'])
  expect(pools('light')).toEqual([])
})

test('a city without a base map still shows its things', () => {
  const style = everything({}, { basemap: false, relief: false })
  expect(Object.keys(style.sources)).not.toContain('basemap')
  expect(style.layers.map(({ id }) => id)).toContain('streetlights/mark-late')
  expect(validateStyleMin(style)).toEqual([])
})
