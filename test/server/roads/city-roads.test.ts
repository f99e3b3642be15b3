import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { Layer } from '../../../server/contract/layer.ts'
import type { LogRow } from '../../../server/contract/log.ts'
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
  const city = new CityRoads(memory, speeds)
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
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { city, write } = await newCity(road('we', [west, east]))
  expect(city.way([west, north], 'car')).toBeUndefined()
  write('sn', road('sn', [[93.785, 31.881], north]))
  expect(city.way([west, north], 'car')).toBeUndefined()
  vi.advanceTimersByTime(300)
  expect(city.way([west, north], 'car')).toBeDefined()
  write('sn', road('sn', [[93.787, 31.891], north]))
  vi.advanceTimersByTime(300)
  expect(city.way([west, north], 'car')).toBeUndefined()
  write('we', null)
  vi.advanceTimersByTime(300)
  expect(city.way([west, east], 'car')).toBeUndefined()
  vi.useRealTimers()
})
