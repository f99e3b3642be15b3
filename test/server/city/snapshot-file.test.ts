import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type CityMemory, openCity } from '../../../server/city/city.ts'
import { readSnapshot, writeSnapshot } from '../../../server/city/snapshot-file.ts'
import type { Asset } from '../../../server/contract/asset.ts'
import { assetsOf, dice, editAtRandom, layerOf, placeNear } from './made-layers.ts'
import { tileOf } from './read-tile.ts'

const LAYERS = [layerOf('point', { id: 'lamps' }), layerOf('line', { id: 'pipes' }), layerOf('polygon', { id: 'lots' })]
const OF = { area: '540626', seq: 700, hash: 'abc', meaning: 'def' }

function newPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gridkeeper-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'city.snapshot')
}

/** A city that was edited, so that it has several segments and dead rows. */
async function edited(): Promise<CityMemory> {
  const random = dice(77)
  const city = openCity(LAYERS)
  let seq = 0
  for (const layer of LAYERS) {
    const things = new Map(assetsOf(layer, 1500, random).map((asset) => [asset.id, asset]))
    await city.load(layer.id, [...things.values(), strange(layer.id)])
    for (let round = 0; round < 20; round++) {
      const rows = editAtRandom(things, layer, 10, seq + 1, random)
      city.apply(rows)
      seq += rows.length
    }
  }
  return city
}

/** A thing with all that is rare. */
const strange = (layer: string): Asset => ({
  ...(assetsOf(layerOf('point', { id: layer }), 1, dice(1))[0] as Asset),
  id: 'strange',
  name: '',
  status: 'never heard of',
  fields: { kind: null, powerW: -0.5, ownNumber: 'A "7"', fence: true },
  changedAt: '2026-11-01T08:00:00.120+05:45',
})

const all = (city: CityMemory) =>
  Object.fromEntries(
    LAYERS.map(({ id }) => [id, [...(city.layer(id)?.all() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1))]),
  )

test('a city that was kept and read again is the same thing for thing and tile for tile, and goes on', async () => {
  const path = newPath()
  const city = await edited()
  const { seq, layers } = city.freeze()
  await writeSnapshot(path, { ...OF, seq }, await layers)
  const found = await readSnapshot(path, () => true)
  expect(found?.of).toEqual({ ...OF, seq })
  const again = openCity(LAYERS)
  again.thaw(seq, found?.layers ?? [])
  expect(again.seq).toBe(city.seq)
  expect(all(again)).toEqual(all(city))
  const random = dice(78)
  for (let round = 0; round < 60; round++) {
    const z = 8 + Math.floor(random() * 10)
    const [x, y] = tileOf(placeNear(random), z)
    for (const { id } of LAYERS)
      expect(again.layer(id)?.tile(z, x, y)?.body.length).toBe(city.layer(id)?.tile(z, x, y)?.body.length)
  }
  for (const layer of LAYERS) {
    const { id } = layer
    expect(again.layer(id)?.counts()).toEqual(city.layer(id)?.counts())
    const things = new Map([...(city.layer(id)?.all() ?? [])].map((asset) => [asset.id, asset]))
    const rows = editAtRandom(things, layer, 200, again.seq + 1, random)
    city.apply(rows)
    again.apply(rows)
  }
  expect(all(again)).toEqual(all(city))
})

test('a file that is torn, changed anywhere, of another kind or not wanted is not read', async () => {
  const path = newPath()
  const { layers } = (await edited()).freeze()
  await writeSnapshot(path, OF, await layers)
  const whole = readFileSync(path)
  expect(await readSnapshot(path, () => true)).toBeDefined()
  expect(await readSnapshot(path, ({ hash }) => hash !== 'abc')).toBeUndefined()
  const random = dice(79)
  for (let round = 0; round < 40; round++) {
    const changed = Buffer.from(whole)
    const at = Math.floor(random() ** 3 * whole.length)
    changed[at] = (changed[at] ?? 0) ^ 0x10
    writeFileSync(path, changed)
    expect(await readSnapshot(path, () => true), `byte ${at} changed`).toBeUndefined()
    writeFileSync(path, whole.subarray(0, at))
    expect(await readSnapshot(path, () => true), `ends at ${at}`).toBeUndefined()
  }
  expect(await readSnapshot(`${path}.none`, () => true)).toBeUndefined()
})
