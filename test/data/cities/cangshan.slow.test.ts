import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { CANGSHAN_ASSETS, makeCangshan } from '../../../data/cities/cangshan/make-cangshan.ts'
import type { MadeAsset, MadeCity } from '../../../data/cities/city.ts'
import { boxOf, isInPolygon, type Point, type Polygon } from '../../../data/cities/town/geometry.ts'
import { SegmentIndex } from '../../../data/cities/town/segment-index.ts'
import { loadCatalogue } from '../../../server/catalogue/load-catalogue.ts'
import { checkCode } from '../../../server/contract/code.ts'
import { DATA, shippedCodes, shippedRules } from '../../server/catalogue/catalogue-folder.ts'
import { faultOfAsset } from './fault-of-asset.ts'
import { cangshan, drawnLines, drawnPolygons, plane, thingsOf } from './made-cangshan.ts'

const hashOf = (values: readonly unknown[]) => {
  const hash = createHash('sha256')
  for (const value of values) hash.update(JSON.stringify(value))
  return hash.digest('hex')
}
const sumOf = (things: MadeAsset[], field: string) => things.reduce((sum, { fields }) => sum + Number(fields[field]), 0)

beforeAll(() => void cangshan(), 120_000)

test('the figures of the yearly report are all there', () => {
  expect({
    roads: thingsOf('roads').length,
    strictRoads: thingsOf('roads').filter(({ fields }) => fields.strict === true).length,
    communities: thingsOf('responsibility-grids').length,
    toilets: thingsOf('toilets').length,
    transferStations: thingsOf('transfer-stations').length,
    tonnesADay: sumOf(thingsOf('transfer-stations'), 'capacityTpd'),
    kiosks: thingsOf('kiosks').length,
    cameras: thingsOf('kiosks').filter(({ fields }) => fields.hasCamera === true).length,
    keepers: sumOf(thingsOf('kiosks'), 'keepers'),
    communitiesWithKiosk: new Set(thingsOf('kiosks').map(({ fields }) => fields.community)).size,
    routes: thingsOf('collection-routes').length,
    stops: thingsOf('collection-stops').length,
    stopsOfRoutes: sumOf(thingsOf('collection-routes'), 'stopCount'),
    shopsCollectedFrom: sumOf(thingsOf('collection-routes'), 'shopCount'),
    companies: new Set(thingsOf('collection-routes').map(({ fields }) => fields.company)).size,
    shops: thingsOf('venues').filter(({ fields }) => fields.kind === 'street-shop').length,
    recyclingPlants: thingsOf('construction-waste').filter(({ fields }) => fields.kind === 'disposal').length,
  }).toEqual({
    roads: 815,
    strictRoads: 35,
    communities: 649,
    toilets: 209,
    transferStations: 17,
    tonnesADay: 1289,
    kiosks: 1239,
    cameras: 1091,
    keepers: 1329,
    communitiesWithKiosk: 649,
    routes: 54,
    stops: 94,
    stopsOfRoutes: 94,
    shopsCollectedFrom: 466,
    companies: 10,
    shops: 5000,
    recyclingPlants: 5,
  })
})

const SMALL = 123_457
let made: MadeCity | undefined
const small = () => {
  made ??= makeCangshan({ assets: SMALL })
  return made
}

test('there are exactly as many things as asked for, and no fewer than 300,000 when nobody asks', () => {
  expect(CANGSHAN_ASSETS).toBeGreaterThanOrEqual(300_000)
  expect(cangshan().assets).toHaveLength(CANGSHAN_ASSETS)
  expect(small().assets).toHaveLength(SMALL)
  expect(() => makeCangshan({ assets: 20_000 })).toThrow(RangeError)
})

test('the same seed makes the same bytes, another seed another district with the same figures', () => {
  const again = makeCangshan({ assets: SMALL })
  expect(hashOf(again.assets)).toBe(hashOf(small().assets))
  expect(hashOf(Object.values(again.basemap).flat())).toBe(hashOf(Object.values(small().basemap).flat()))
  const other = makeCangshan({ seed: 7, assets: SMALL })
  expect(hashOf(other.assets)).not.toBe(hashOf(again.assets))
  const count = (layer: string) => other.assets.filter((asset) => asset.layer === layer).length
  expect([count('roads'), count('responsibility-grids'), count('kiosks')]).toEqual([815, 649, 1239])
})

test('every id is a valid code of the area, and no two things share one, nor a name within a layer', async () => {
  const registry = await shippedCodes()
  const { assets } = cangshan()
  const bad = assets.filter(({ id, code, layer }) => {
    const check = checkCode(id, registry)
    if (!check.ok || !('parts' in check) || !('area' in check.parts) || check.parts.area !== '350104') return true
    return layer !== 'unit-grids' && id.slice(6, 11) !== code
  })
  expect(bad.slice(0, 5)).toEqual([])
  expect(new Set(assets.map(({ id }) => id)).size).toBe(assets.length)
  expect(new Set(assets.map(({ layer, name }) => `${layer} ${name}`)).size).toBe(assets.length)
})

test('every thing agrees with its layer: code, status, geometry, and every field with its type', async () => {
  const layers = await loadCatalogue(join(DATA, 'catalogue'), await shippedCodes(), await shippedRules())
  const byId = new Map(layers.map((layer) => [layer.id, layer]))
  const ids = new Set(cangshan().assets.map(({ id }) => id))
  const faults = new Set<string>()
  for (const asset of cangshan().assets) {
    const layer = byId.get(asset.layer)
    const fault = layer ? faultOfAsset(asset, layer, ids) : 'no such layer'
    if (fault) faults.add(`${asset.layer}: ${fault}`)
  }
  expect([...faults].slice(0, 10)).toEqual([])
})

/** A place in one of the polygons: asked by boxes first. */
function within(polygons: Polygon[]): (place: Point) => boolean {
  const boxed = polygons.map((polygon) => ({ polygon, box: boxOf(polygon[0] ?? []) }))
  return (place) =>
    boxed.some(
      ({ polygon, box: [west, south, east, north] }) =>
        place[0] > west && place[0] < east && place[1] > south && place[1] < north && isInPolygon(place, polygon),
    )
}

test('no thing and no building stands in the river or in a canal', () => {
  const inRiver = within(drawnPolygons('water', 'river'))
  const inCanal = within(drawnPolygons('water', 'stream'))
  const isWet = (place: Point) => inRiver(place) || inCanal(place)
  // A collection route runs over bridges; a community reaches to the middle of a canal.
  const points = cangshan().assets.flatMap(({ id, geometry }) =>
    geometry.type === 'Point' ? [{ id, place: plane(geometry.coordinates) }] : [],
  )
  expect(points.length).toBeGreaterThan(290_000)
  expect(points.filter(({ place }) => isWet(place)).map(({ id }) => id)).toEqual([])
  const wetHouses = drawnPolygons('buildings').filter(([ring = []]) => ring.some(isWet))
  expect(wetHouses.length).toBe(0)
})

test('no lamp, bin or building stands on a carriageway', () => {
  const roads = new SegmentIndex<number>(60)
  for (const { line, properties } of drawnLines('roads')) roads.add(line, Number(properties.w) / 2)
  const isOnRoad = (place: Point) => roads.within(place, 14, (half) => half - 0.05)
  const stand = ['streetlights', 'bins', 'kiosks', 'toilets'].flatMap(thingsOf)
  const faults = stand.filter(({ geometry }) => geometry.type === 'Point' && isOnRoad(plane(geometry.coordinates)))
  expect(faults.map(({ id }) => id)).toEqual([])
  const houses = drawnPolygons('buildings')
  expect(houses.length).toBeGreaterThan(50_000)
  expect(houses.filter(([ring = []]) => ring.some(isOnRoad)).length).toBe(0)
})

test('unit grids cover the communities, none larger than two and a half squares of 100 m', () => {
  const areas = thingsOf('unit-grids').map(({ fields }) => Number(fields.areaM2))
  const communities = sumOf(thingsOf('responsibility-grids'), 'areaKm2') * 1e6
  expect(areas.reduce((sum, area) => sum + area, 0) / communities).toBeCloseTo(1, 3)
  expect(Math.max(...areas)).toBeLessThan(25_000)
})
