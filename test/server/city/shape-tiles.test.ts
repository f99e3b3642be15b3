import { classifyRings } from '@mapbox/vector-tile'
import { describe, expect, test } from 'vitest'
import { type CityMemory, openCity } from '../../../server/city/city.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Layer } from '../../../server/contract/layer.ts'
import { assetsOf, CENTRE, dice, editAtRandom, layerOf, placeNear, rowOf } from './made-layers.ts'
import { inTile, type ReadFeature, readTile, tileOf } from './read-tile.ts'

type XY = [number, number]
type Edge = [XY, XY]

/** Lines and rings of a thing in units of a tile, by plain arithmetic. */
function partsOf({ geometry }: Asset, z: number, x: number, y: number): XY[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates.map((place) => inTile(place, z, x, y))]
  if (geometry.type === 'Polygon')
    return geometry.coordinates.map((ring) => ring.map((place) => inTile(place, z, x, y)))
  throw new Error(`not made here: ${geometry.type}`)
}

const edgesOf = (parts: readonly XY[][]): Edge[] =>
  parts.flatMap((part) => part.slice(1).map((to, at): Edge => [part[at] ?? to, to]))

function distanceTo([px, py]: XY, edges: Edge[]): number {
  return Math.min(
    ...edges.map(([[ax, ay], [bx, by]]) => {
      const [dx, dy] = [bx - ax, by - ay]
      const along = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)))
      return Math.hypot(px - ax - along * dx, py - ay - along * dy)
    }),
  )
}

const insideOf = ([px, py]: XY, edges: Edge[]): boolean =>
  edges.filter(([[ax, ay], [bx, by]]) => ay > py !== by > py && ax + ((py - ay) / (by - ay)) * (bx - ax) > px).length %
    2 ===
  1

const isVisible = ([x, y]: XY): boolean => x >= 0 && y >= 0 && x <= 4096 && y <= 4096

/** Whether a thing lies wholly to one side of the tile and its buffer. */
const isFar = (parts: readonly XY[][]): boolean =>
  [0, 1].some((axis) => {
    const values = parts.flat().map((place) => place[axis] ?? 0)
    return Math.min(...values) > 4096 + 130 || Math.max(...values) < -130
  })

/** Half a pixel of simplification, and rounding; from zoom 16 on only rounding. */
const toleranceAt = (z: number): number => (z < 16 ? 5 : 1)

/** Places in the tile at which a plain test and the tile's polygons disagree. */
function polygonFaults(
  asset: Asset,
  feature: ReadFeature | undefined,
  z: number,
  x: number,
  y: number,
  random: () => number,
): XY[] {
  const truth = edgesOf(partsOf(asset, z, x, y))
  const drawn = edgesOf(feature?.parts ?? [])
  const probes = Array.from({ length: 30 }, (): XY => [random() * 4096, random() * 4096])
  const corners = truth
    .map(([[px, py]]): XY => [px + (random() - 0.5) * 80, py + (random() - 0.5) * 80])
    .filter(isVisible)
  return [...probes, ...corners].filter(
    (place) => distanceTo(place, truth) > toleranceAt(z) && insideOf(place, truth) !== insideOf(place, drawn),
  )
}

/** Places of a line that are not drawn, and drawn ones that are not of the line. */
function lineFaults(asset: Asset, feature: ReadFeature | undefined, z: number, x: number, y: number): XY[] {
  const truth = edgesOf(partsOf(asset, z, x, y))
  const drawn = edgesOf(feature?.parts ?? [])
  const along = truth.flatMap(([[ax, ay], [bx, by]]) =>
    Array.from({ length: 9 }, (_, at): XY => [ax + ((bx - ax) * at) / 8, ay + ((by - ay) * at) / 8]),
  )
  const missing = along.filter(isVisible).filter((place) => distanceTo(place, drawn) > toleranceAt(z))
  const strange = drawn.flat().filter((place) => distanceTo(place, truth) > toleranceAt(z))
  return [...missing, ...strange]
}

async function townOf(layer: Layer, count: number, seed: number) {
  const random = dice(seed)
  const city = openCity([layer])
  const things = new Map(assetsOf(layer, count, random).map((asset) => [asset.id, asset]))
  await city.load(layer.id, things.values())
  return { city, things, random }
}

const tileAt = (city: CityMemory, layer: Layer, z: number, x: number, y: number) =>
  readTile(city.layer(layer.id)?.tile(z, x, y)?.body)

describe.each(['line', 'polygon'] as const)('a tile of %ss', (geometry) => {
  const layer = layerOf(geometry)

  test('draws what a plain test of places finds, in random tiles between random edits', async () => {
    const { city, things, random } = await townOf(layer, 250, 21)
    let [seq, drawn] = [1, 0]
    for (let round = 0; round < 80; round++) {
      const rows = editAtRandom(things, layer, Math.floor(random() * 5), seq, random)
      city.apply(rows)
      seq += rows.length
      const z = 13 + Math.floor(random() * 7)
      const [x, y] = tileOf(placeNear(random), z)
      const features = tileAt(city, layer, z, x, y)[layer.id] ?? []
      drawn += features.length
      const byId = new Map(features.map((feature) => [feature.properties.id, feature]))
      expect([...byId.keys()].filter((id) => !things.has(String(id)))).toEqual([])
      for (const asset of things.values()) {
        const feature = byId.get(asset.id)
        if (isFar(partsOf(asset, z, x, y))) {
          expect(feature).toBeUndefined()
          continue
        }
        const faults =
          geometry === 'line' ? lineFaults(asset, feature, z, x, y) : polygonFaults(asset, feature, z, x, y, random)
        expect(faults, `${asset.id} at ${z}/${x}/${y}`).toEqual([])
        if (feature)
          expect(feature.properties).toMatchObject({ name: asset.name, status: asset.status, kind: asset.fields.kind })
      }
    }
    expect(drawn).toBeGreaterThan(200)
  })

  test('reaches no further than its buffer, and draws a thing at the border in both tiles', async () => {
    const { city, things } = await townOf(layer, 200, 5)
    const z = 17
    const [x, y] = tileOf(CENTRE, z)
    const left = tileAt(city, layer, z, x, y)[layer.id] ?? []
    const right = tileAt(city, layer, z, x + 1, y)[layer.id] ?? []
    for (const part of [...left, ...right].flatMap(({ parts }) => parts).flat(2))
      expect(part >= -128 && part <= 4096 + 128).toBe(true)
    const crossing = [...things.values()].filter((asset) =>
      edgesOf(partsOf(asset, z, x, y)).some(
        ([[ax, ay], [bx, by]]) => ax > 4096 !== bx > 4096 && ay > 0 && ay < 4096 && by > 0 && by < 4096,
      ),
    )
    const ids = (features: ReadFeature[]) => features.map(({ properties }) => properties.id)
    for (const { id } of crossing) expect([ids(left).includes(id), ids(right).includes(id)]).toEqual([true, true])
    expect(crossing.length).toBeGreaterThan(0)
  })

  test('has one mark for each thing, in one tile, with the thing’s own feature id; and none where the layer wants none', async () => {
    const { city, things } = await townOf(layer, 150, 8)
    const z = 14
    const [fromX, fromY] = tileOf([CENTRE[0] - 0.08, CENTRE[1] + 0.08], z)
    const [toX, toY] = tileOf([CENTRE[0] + 0.08, CENTRE[1] - 0.08], z)
    const marks = new Map<unknown, ReadFeature>()
    for (let x = fromX; x <= toX; x++)
      for (let y = fromY; y <= toY; y++)
        for (const mark of tileAt(city, layer, z, x, y)[`${layer.id}-marks`] ?? []) {
          expect(marks.has(mark.properties.id)).toBe(false)
          marks.set(mark.properties.id, mark)
          const asset = things.get(String(mark.properties.id)) as Asset
          const own = (tileAt(city, layer, z, x, y)[layer.id] ?? []).find(
            ({ properties }) => properties.id === asset.id,
          )
          if (own) expect(own.id).toBe(mark.id)
          const place = (mark.parts[0]?.[0] ?? [0, 0]).map((part) => part + 0.5) as XY
          const edges = edgesOf(partsOf(asset, z, x, y))
          expect(distanceTo(place, edges) < 1.5 || (geometry === 'polygon' && insideOf(place, edges))).toBe(true)
        }
    expect(marks.size).toBe(things.size)
    const bare = layerOf(geometry, { id: 'bare', mark: false })
    const without = await townOf(bare, 50, 8)
    const [x, y] = tileOf(CENTRE, z)
    expect(Object.keys(tileAt(without.city, bare, z, x, y))).not.toContain('bare-marks')
    expect(tileAt(without.city, bare, 10, ...tileOf(CENTRE, 10))).toEqual({})
  })

  test('below the detail zoom its marks are clustered, all of them', async () => {
    const { city, things } = await townOf(layer, 150, 8)
    const clusters = tileAt(city, layer, 0, 0, 0)[`${layer.id}-clusters`] ?? []
    expect(clusters.reduce((sum, { properties }) => sum + Number(properties.count), 0)).toBe(things.size)
  })
})

test('a polygon without a mark has its name in one place, however many tiles it lies in; a line has none', async () => {
  const [grid, road] = [layerOf('polygon', { id: 'grid', mark: false }), layerOf('line', { id: 'road', mark: false })]
  const { city, things } = await townOf(grid, 60, 8)
  const z = 16
  const [fromX, fromY] = tileOf([CENTRE[0] - 0.08, CENTRE[1] + 0.08], z)
  const [toX, toY] = tileOf([CENTRE[0] + 0.08, CENTRE[1] - 0.08], z)
  const named: unknown[] = []
  let pieces = 0
  for (let x = fromX; x <= toX; x++)
    for (let y = fromY; y <= toY; y++) {
      const tile = tileAt(city, grid, z, x, y)
      named.push(...(tile['grid-names'] ?? []).map(({ properties }) => properties.id))
      pieces += tile.grid?.length ?? 0
    }
  expect(pieces).toBeGreaterThan(things.size)
  expect(named.sort()).toEqual([...things.keys()].sort())
  const lines = await townOf(road, 60, 8)
  expect(Object.keys(tileAt(lines.city, road, 14, ...tileOf(CENTRE, 14)))).toEqual(['road'])
})

describe('rings of polygons', () => {
  const layer = layerOf('polygon')

  test('are wound as MVT asks: each outer ring positive and its holes after it, whichever way they came', async () => {
    const { city } = await townOf(layer, 300, 13)
    let holes = 0
    for (let z = 13; z < 18; z++) {
      for (const { parts } of tileAt(city, layer, z, ...tileOf(CENTRE, z))[layer.id] ?? []) {
        const points = parts.map(
          (ring) => ring.map(([x, y]) => ({ x, y })) as Parameters<typeof classifyRings>[0][number],
        )
        const polygons = classifyRings(points)
        expect(polygons.length).toBe(1)
        expect(polygons[0]?.length).toBe(parts.length)
        const areas = parts.map((ring) =>
          edgesOf([ring]).reduce((sum, [[ax, ay], [bx, by]]) => sum + ax * by - bx * ay, 0),
        )
        expect((areas[0] ?? 0) > 0).toBe(true)
        expect(areas.slice(1).every((area) => area < 0)).toBe(true)
        holes += parts.length - 1
      }
    }
    expect(holes).toBeGreaterThan(10)
  })

  test('a tile inside a polygon is filled to its buffer, and a point in a polygon layer is a mark alone', async () => {
    const [one, other] = assetsOf(layer, 2, dice(1))
    const around: Asset['geometry'] = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [93, 31],
            [94, 31],
            [94, 32],
            [93, 32],
            [93, 31],
          ],
        ],
        [
          [
            [95, 31],
            [96, 31],
            [96, 32],
            [95, 31],
          ],
        ],
      ],
    }
    const city = openCity([layer])
    await city.load(layer.id, [
      { ...(one as Asset), geometry: around },
      { ...(other as Asset), geometry: { type: 'Point', coordinates: CENTRE } },
    ])
    const tile = tileAt(city, layer, 16, ...tileOf(CENTRE, 16))
    const corners = new Set(tile[layer.id]?.flatMap(({ parts }) => parts.flat().map(String)))
    expect(corners).toEqual(new Set(['-128,-128', '4224,-128', '4224,4224', '-128,4224']))
    expect(tile[`${layer.id}-marks`]?.map(({ properties }) => properties.id)).toEqual([other?.id])
    expect(city.layer(layer.id)?.get(one?.id ?? '')?.geometry).toEqual(around)
  })

  test('a polygon that is moved away is gone from the tile it lay in, at once', async () => {
    const { city, things } = await townOf(layer, 30, 2)
    const lot = [...things.values()][4] as Asset
    const place = lot.geometry.type === 'Polygon' ? lot.geometry.coordinates[0]?.[0] : undefined
    const [x, y] = tileOf(place ?? CENTRE, 16)
    const ids = () => (tileAt(city, layer, 16, x, y)[layer.id] ?? []).map(({ properties }) => properties.id)
    expect(ids()).toContain(lot.id)
    const far: Asset['geometry'] = {
      type: 'Polygon',
      coordinates: [
        [
          [100, 20],
          [100.1, 20],
          [100, 20.1],
          [100, 20],
        ],
      ],
    }
    city.apply([rowOf(1, lot.id, { ...lot, geometry: far })])
    expect(ids()).not.toContain(lot.id)
  })
})
