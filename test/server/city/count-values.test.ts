import { expect, test } from 'vitest'
import { OpenLayer } from '../../../server/city/layer-memory.ts'
import { TileCache } from '../../../server/city/tile-cache.ts'
import { assetsOf, dice, layerOf } from './made-layers.ts'

const LAYER = layerOf('point')
const ASSETS = assetsOf(LAYER, 900, dice(7))

/** As who reads every thing would count. */
function counted(things: typeof ASSETS, field: string) {
  const counts: Record<string, Record<string, number>> = {}
  for (const { status, fields } of things) {
    const value = String(fields[field] ?? '')
    const byStatus = counts[value] ?? {}
    counts[value] = { ...byStatus, [status]: (byStatus[status] ?? 0) + 1 }
  }
  return counts
}
const plain = (counts: Map<string, Map<string, number>>) =>
  Object.fromEntries([...counts].map(([value, byStatus]) => [value, Object.fromEntries(byStatus)]))

async function loaded(): Promise<OpenLayer> {
  const layer = new OpenLayer(LAYER, new TileCache(1_000))
  await layer.load(ASSETS)
  return layer
}

test.each(['kind', 'road', 'powerW'])('the values of %s are counted as who reads every thing would', async (field) => {
  const layer = await loaded()
  expect(plain(layer.countsBy(field))).toEqual(counted(ASSETS, field))
  const some = ASSETS.filter(({ fields }) => fields.road === '文化路' && fields.kind === 'b')
  expect(plain(layer.countsBy(field, { fields: { road: ['文化路'], kind: ['b'] } }))).toEqual(counted(some, field))
})

test('a thing that changed is counted once, as it is now, and one without a value under nothing', async () => {
  const layer = await loaded()
  const [first, second] = ASSETS
  if (!first || !second) throw new Error('no things')
  const { road: _, ...rest } = first.fields
  const changed = [{ ...first, status: 'fire', fields: rest }, ...ASSETS.slice(2)]
  layer.change(
    new Map([
      [first.id, changed[0]],
      [second.id, undefined],
    ]),
  )
  expect(plain(layer.countsBy('road'))).toEqual(counted(changed, 'road'))
  expect(layer.countsBy('nobody-has-this').size).toBe(0)
})
