import { describe, expect, test } from 'vitest'
import { openCity } from '../../../server/city/city.ts'
import type { Filter } from '../../../server/city/layer-memory.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import type { Bbox } from '../../../server/contract/geo.ts'
import { assetsOf, CENTRE, dice, editAtRandom, layerOf, STATE_OF } from './made-layers.ts'
import { tileOf } from './read-tile.ts'

const BOX: Bbox = [CENTRE[0] - 0.02, CENTRE[1] - 0.015, CENTRE[0] + 0.02, CENTRE[1] + 0.015]

/** Cell, state and count as lines, by a plain scan. */
function scan(things: Iterable<Asset>, level: number, fits: (asset: Asset) => boolean): string[] {
  const [left, top] = tileOf([BOX[0], BOX[3]], level)
  const [right, bottom] = tileOf([BOX[2], BOX[1]], level)
  const counts = new Map<string, number>()
  for (const asset of things) {
    if (asset.geometry.type !== 'Point' || !fits(asset)) continue
    const [x, y] = tileOf(asset.geometry.coordinates, level)
    if (x < left || x > right || y < top || y > bottom) continue
    const key = `${x} ${y} ${STATE_OF[asset.status]}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => `${key} ${count}`).sort()
}

describe('the things of each cell', () => {
  test('are what a plain scan counts, above and below the ready sums, with filters, between edits', async () => {
    const layer = layerOf('point')
    const random = dice(91)
    const city = openCity([layer])
    const things = new Map(assetsOf(layer, 9000, random).map((asset) => [asset.id, asset]))
    await city.load(layer.id, things.values())
    let seq = 1
    const filters: [Filter | undefined, (asset: Asset) => boolean][] = [
      [undefined, () => true],
      [{ status: ['fault', 'fire'] }, ({ status }) => status === 'fault' || status === 'fire'],
      [{ fields: { powerW: ['7'] } }, ({ fields }) => fields.powerW === 7],
    ]
    for (const level of [0, 8, 12, 14, 17])
      for (const [filter, fits] of filters) {
        const rows = editAtRandom(things, layer, 30, seq, random)
        city.apply(rows)
        seq += rows.length
        const cells = city.layer(layer.id)?.cells({ bbox: BOX, level, filter }) ?? []
        const lines = cells.flatMap(({ x, y, byState }) =>
          Object.entries(byState).map(([state, count]) => `${x} ${y} ${state} ${count}`),
        )
        expect(lines.sort()).toEqual(scan(things.values(), level, fits))
        for (const { count, byState } of cells)
          expect(Object.values(byState).reduce((sum, one) => sum + one, 0)).toBe(count)
      }
  })

  test('are refused where they would be too many', async () => {
    const city = openCity([layerOf('point')])
    expect(() => city.layer('points')?.cells({ bbox: [90, 30, 95, 33], level: 18 })).toThrow(RangeError)
  })
})
