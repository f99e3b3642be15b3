import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { Layer } from '../../../server/contract/layer.ts'
import type { LogRow } from '../../../server/contract/log.ts'
import { inSlices } from '../../../server/http/in-slices.ts'
import { CityRoads } from '../../../server/roads/city-roads.ts'
import { lamp } from '../../support/entries.ts'
import { DATA } from '../catalogue/catalogue-folder.ts'
import { roadAt, speeds } from './suo-roads.ts'

const ROADS = Layer.parse(JSON.parse(await readFile(join(DATA, 'catalogue/roads.json'), 'utf8')))
const road = (...of: Parameters<typeof roadAt>): Asset =>
  lamp(0, { ...roadAt(...of), layer: 'roads', code: 'L0101', edition: 'local', name: of[0] })
const west: LngLat = [93.78, 31.886]
const east: LngLat = [93.79, 31.886]
const north: LngLat = [93.785, 31.891]

async function newCity(...roads: Asset[]) {
  const memory = openCity([ROADS])
  await memory.load('roads', roads)
  const city = new CityRoads(memory, speeds, inSlices)
  let seq = 0
  const write = (id: string, after: Asset | null): void => {
    const rows = [{ seq: ++seq, entity: 'asset', entityId: id, after }] as LogRow[]
    memory.apply(rows)
    city.take(rows)
  }
  return { city, write }
}

test('a road that is closed is driven no more from that moment, and again when it is opened', async () => {
  const { city, write } = await newCity(road('we', [west, east]))
  const net = city.net()
  expect(city.way([west, east], 'car')).toBeDefined()
  write('we', road('we', [west, east], { status: 'closed' }))
  expect(city.way([west, east], 'car')).toBeUndefined()
  expect(city.waysTo(east)(west, 'foot')).toBeUndefined()
  write('we', road('we', [west, east], { status: 'works' }))
  expect(city.way([west, east], 'car')?.seconds).toBeGreaterThan(300)
  // Nothing was joined anew for it.
  expect(city.net()).toBe(net)
})

test('a road that is drawn, moved or removed is in the ways a moment later, and none of it before', async () => {
  const { city, write } = await newCity(road('we', [west, east]))
  expect(city.way([west, north], 'car')).toBeUndefined()
  write('sn', road('sn', [[93.785, 31.881], north]))
  expect(city.way([west, north], 'car')).toBeUndefined()
  await expect.poll(() => city.way([west, north], 'car')).toBeDefined()
  write('sn', road('sn', [[93.787, 31.891], north]))
  await expect.poll(() => city.way([west, north], 'car')).toBeUndefined()
  write('we', null)
  await expect.poll(() => city.way([west, east], 'car')).toBeUndefined()
})

test('a road that is closed, drawn or removed while the roads are being joined is so when they are', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const [from, to]: [LngLat, LngLat] = [
    [93.77, 31.886],
    [93.8, 31.886],
  ]
  const others = Array.from({ length: 300 }, (_, i) =>
    road(`o${i}`, [
      [93.5 + i * 0.0001, 31.7],
      [93.5 + i * 0.0001, 31.8],
    ]),
  )
  for (const [id, after, isOpen] of [
    ['we', road('we', [from, to], { status: 'closed' }), false],
    ['we', null, false],
    ['sn', road('sn', [[93.785, 31.881], north]), true],
  ] as const) {
    const { city, write } = await newCity(road('we', [from, to]), ...others)
    city.prepare()
    vi.advanceTimersByTime(300)
    // It has begun; the change comes between two of its slices.
    await new Promise((resolve) => setImmediate(resolve))
    write(id, after)
    vi.advanceTimersByTime(300)
    for (let turn = 0; turn < 200; turn++) await new Promise((resolve) => setImmediate(resolve))
    const ends: [LngLat, LngLat] = id === 'sn' ? [from, north] : [from, to]
    expect(city.way(ends, 'car') !== undefined, `${id} ${after?.status}`).toBe(isOpen)
  }
})
