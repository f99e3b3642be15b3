import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dayOf } from '../../../data/cities/suo/records/clock.ts'
import { surveysOf } from '../../../data/cities/suo/records/survey-landfill.ts'
import { sharedArea } from '../../../data/cities/town/clipping.ts'
import { isInPolygon } from '../../../data/cities/town/geometry.ts'
import { PolygonIndex } from '../../../data/cities/town/polygon-index.ts'
import { Layer } from '../../../server/contract/layer.ts'
import { faultOfAsset } from './fault-of-asset.ts'
import { assetsOf, placeOf, polygonsOf, suo } from './made-suo.ts'

const CATALOGUE = new URL('../../../data/catalogue/', import.meta.url)
const layers = new Map(
  readdirSync(CATALOGUE)
    .filter((file) => file.endsWith('.json'))
    .map((file) => Layer.parse(JSON.parse(readFileSync(new URL(file, CATALOGUE), 'utf8'))))
    .map((layer) => [layer.id, layer]),
)

test('every thing agrees with its layer: code, status, geometry, and every field with its type', () => {
  const ids = new Set(suo().assets.map(({ id }) => id))
  const faults = new Set<string>()
  for (const asset of suo().assets) {
    const layer = layers.get(asset.layer)
    const fault = layer ? faultOfAsset(asset, layer, ids) : 'no such layer'
    if (fault) faults.add(`${asset.layer}: ${fault}`)
  }
  expect([...faults]).toEqual([])
})

test('ids are codes of their layer and no two things share one, nor a name within a layer', () => {
  const { assets } = suo()
  const odd = assets.filter(({ id, code, layer }) =>
    layer === 'unit-grids' ? !/^540626100\d{6}$/.test(id) : !new RegExp(`^540626${code}\\d{6}$`).test(id),
  )
  expect(odd).toEqual([])
  expect(new Set(assets.map(({ id }) => id)).size).toBe(assets.length)
  expect(new Set(assets.map(({ layer, name }) => `${layer} ${name}`)).size).toBe(assets.length)
})

test.each([
  ['streetlights', 'any', 1900, 2200],
  ['light-cabinets', 'any', 40, 60],
  ['drains', 'inlet', 1400, 1600],
  ['drains', 'storm-manhole', 350, 450],
  ['drains', 'sewer-manhole', 540, 660],
  ['bins', 'any', 640, 760],
  ['kiosks', 'any', 36, 44],
  ['toilets', 'any', 13, 17],
  ['transfer-stations', 'any', 1, 2],
  ['landfills', 'any', 1, 1],
  ['landfill-cells', 'any', 4, 4],
  ['landfill-wells', 'any', 4, 4],
  ['landfill-flares', 'any', 2, 2],
  ['sewage-plants', 'any', 1, 1],
  ['construction-waste', 'any', 6, 8],
  ['construction-waste', 'temporary-dump', 1, 1],
  ['truck-parking', 'machine-park', 1, 1],
  ['truck-parking', 'any', 3, 3],
  ['truck-hot-spots', 'any', 5, 5],
  ['venues', 'internet-cafe', 7, 12],
  ['venues', 'entertainment', 12, 16],
  ['venues', 'bookshop', 2, 2],
  ['venues', 'publication-seller', 8, 12],
  ['venues', 'print-shop', 9, 12],
  ['venues', 'street-shop', 610, 660],
  ['venues', 'petrol-station', 4, 4],
  ['venues', 'gas-station', 4, 4],
  ['responsibility-grids', 'any', 12, 16],
  ['unit-grids', 'any', 350, 500],
  ['guardrails', 'any', 8, 30],
  ['green-spaces', 'any', 10, 40],
])('there are as many %s (%s kind) as a county has', (layer, kind, least, most) => {
  const count = assetsOf(layer).filter(({ fields }) => kind === 'any' || fields.kind === kind).length
  expect(count).toBeGreaterThanOrEqual(least)
  expect(count).toBeLessThanOrEqual(most)
})

test('some 35 venues use gas: restaurants, hotels, offices, a temple', () => {
  const kinds = ['gas-user', 'restaurant', 'hotel', 'office', 'temple']
  const users = assetsOf('venues').filter(({ fields }) => kinds.includes(String(fields.kind)))
  expect(users.length).toBeGreaterThanOrEqual(35)
  expect(new Set(users.map(({ fields }) => fields.kind)).size).toBe(5)
})

test('few things are broken: 0.5 to 2 % of the lamps and of the drains', () => {
  const share = (layer: string, faulty: string[]) =>
    assetsOf(layer).filter(({ status }) => faulty.includes(status)).length / assetsOf(layer).length
  const lamps = share('streetlights', ['fault', 'reported'])
  const drains = share('drains', ['clogged', 'damaged', 'missing', 'repairing'])
  expect(Math.min(lamps, drains)).toBeGreaterThan(0.005)
  expect(Math.max(lamps, drains)).toBeLessThan(0.02)
})

test('a circuit has one cabinet that knows how many lamps hang on it', () => {
  for (const { id, fields } of assetsOf('light-cabinets')) {
    const lamps = assetsOf('streetlights').filter((lamp) => lamp.fields.cabinet === id)
    expect(lamps.length).toBe(fields.lampCount)
    expect(new Set(lamps.map((lamp) => lamp.fields.circuit))).toEqual(new Set([fields.circuit]))
  }
})

test('unit grids do not overlap, and each lies in the responsibility grid that it names', () => {
  const areas = new Map(assetsOf('responsibility-grids').map(({ id, geometry }) => [id, polygonsOf(geometry)]))
  const laid = new PolygonIndex<string>(100)
  const faults: string[] = []
  for (const { id, geometry, fields } of assetsOf('unit-grids'))
    for (const cell of polygonsOf(geometry)) {
      for (const other of laid.near(cell))
        if (sharedArea([cell], [other.polygon]) > 2) faults.push(`${id} overlaps ${other.item}`)
      laid.add(cell, id)
      const inside = sharedArea([cell], areas.get(String(fields.responsibilityGrid)) ?? [])
      if (inside < Number(fields.areaM2) - 10) faults.push(`${id} leaves its area`)
    }
  expect(faults).toEqual([])
})

test('all lamps of the town but those on the river bridge lie in a unit grid', () => {
  const cells = new PolygonIndex<string>(100)
  for (const { id, geometry } of assetsOf('unit-grids')) for (const cell of polygonsOf(geometry)) cells.add(cell, id)
  const outside = assetsOf('streetlights').filter(({ geometry }) => {
    const place = placeOf(geometry)
    return !cells.near([[place]]).some(({ polygon }) => isInPolygon(place, polygon))
  })
  expect(outside.length / assetsOf('streetlights').length).toBeLessThan(0.04)
})

test('the landfill is two thirds full when its records begin, and its cells add up to it', () => {
  const [landfill] = assetsOf('landfills')
  const cells = assetsOf('landfill-cells')
  const sum = (key: string) => cells.reduce((total, { fields }) => total + Number(fields[key]), 0)
  expect(sum('capacityM3')).toBe(landfill?.fields.capacityM3)
  expect(sum('filledM3')).toBe(landfill?.fields.filledM3)
  expect(sum('filledM3') / sum('capacityM3')).toBeCloseTo(2 / 3, 1)
})

test('by its surveys the landfill is all but full today, and the cell that is worked holds what the others do not', () => {
  const layer = (id: string) => assetsOf(id)
  const changes = surveysOf({ layer }, 1)(dayOf('2026-11-01'))
  const [landfill] = layer('landfills')
  const filled = (id: string | undefined) => Number(changes.find(({ assetId }) => assetId === id)?.fields?.filledM3)
  const cells = layer('landfill-cells')
  const worked = cells.find(({ status }) => status === 'filling')
  const others = cells
    .filter((cell) => cell !== worked)
    .reduce((total, { fields }) => total + Number(fields.filledM3), 0)
  expect(filled(landfill?.id) / Number(landfill?.fields.capacityM3)).toBeGreaterThan(0.85)
  expect(others + filled(worked?.id)).toBe(filled(landfill?.id))
})
