import { expect, test } from 'vitest'
import type { Asset } from '../../../server/contract/asset.ts'
import { loadData } from '../../../server/load-data.ts'
import { DATA } from '../../../server/root.ts'
import { dice } from './made-layers.ts'
import { cityWithLog, replay } from './made-log.ts'

const inOrder = (things: Iterable<Asset>) => [...things].sort((a, b) => (a.id < b.id ? -1 : 1))

test('every layer of the catalogue is, at 50 random rows of the log, what a replay of it gives', async () => {
  const { layers } = await loadData(DATA, `${DATA}/none`, '540626')
  const { city, log } = await cityWithLog(layers, { first: 5, edits: 600, seed: 61 })
  const random = dice(62)
  const met = new Set<string>()
  for (let round = 0; round < 50; round++) {
    const seq = Math.floor(random() * log.length)
    const [past, then] = [await city.past(seq), replay(log, seq)]
    for (const { id } of layers) {
      const things = inOrder([...then.values()].filter(({ layer }) => layer === id))
      const layer = past.layer(id)
      expect(inOrder(layer?.all() ?? []), `${id} at ${seq}`).toEqual(things)
      expect(layer?.places().lng.length, id).toBe(things.length)
      if (things.length) met.add(id)
    }
  }
  expect([...met].sort()).toEqual(layers.map(({ id }) => id).sort())
}, 30_000)
