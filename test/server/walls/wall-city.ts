import type { Client } from '../../support/client.ts'
import { type TestCity, testCity } from '../../support/test-city.ts'

/** A city with a clock that a test moves, and a wall. */
export async function wallCity(parts: Parameters<typeof testCity>[0] = {}): Promise<{
  city: TestCity
  wall: Client
  screenId: string
  pass(seconds: number): void
  now: () => Date
}> {
  let ms = Date.parse('2026-05-06T09:30:00+08:00')
  const now = () => new Date(ms)
  const city = await testCity({ settings: { guests: 'none' }, ...parts, now })
  const wall = await city.as('screen')
  return {
    ...{ city, wall, now, screenId: wall.id.slice('screen:'.length) },
    pass(seconds) {
      ms += seconds * 1_000
    },
  }
}

export const report = (lastPixelChangeAt: string, of: object = {}) => ({
  ...{ fps: 60, heapMB: 120, nodes: 900, dataAgeS: 2, scene: 'overview', build: 'abc', size: [1920, 1080] },
  lastPixelChangeAt,
  ...of,
})
