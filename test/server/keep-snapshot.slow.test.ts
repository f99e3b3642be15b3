import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { assetsOfLayer } from '../../server/assets/asset-store.ts'
import { writeAssets } from '../../server/assets/write-assets.ts'
import { type CityMemory, openCity } from '../../server/city/city.ts'
import { openSnapshot } from '../../server/keep-snapshot.ts'
import { readLog } from '../../server/store/read-log.ts'
import type { Store } from '../../server/store/store.ts'
import { onEachEngine, type Place } from '../support/engines.ts'
import { by, lamp, SUO } from '../support/entries.ts'
import { layerOf } from './city/made-layers.ts'

const LAMPS = layerOf('point', { id: 'streetlights' })

const unexpected = (error: unknown) => {
  throw error
}

/** A city over this store, as a start of the server would have it. */
function start(place: Place, store: Store, layers = [LAMPS]) {
  const memory = openCity(layers)
  return { memory, snapshot: openSnapshot({ dataDir: place.dataDir, area: SUO, memory, store, worth: 1 }) }
}

async function loadFrom(store: Store, memory: CityMemory): Promise<void> {
  const { seq } = await store.head(SUO)
  for await (const page of assetsOfLayer(store.db, SUO, LAMPS.id)) await memory.load(LAMPS.id, page, seq)
}

const things = (memory: CityMemory) =>
  [...(memory.layer(LAMPS.id)?.all() ?? [])].map(({ id, name }) => `${id} ${name}`).sort()

onEachEngine((newPlace) => {
  test('a start reads the snapshot and then the log behind it', async () => {
    const place = await newPlace()
    const store = await place.open()
    await store.transaction(SUO, (tx) => writeAssets(tx, { added: [lamp(1), lamp(2), lamp(3)] }, by()))
    const first = start(place, store)
    expect(await first.snapshot.restore()).toBeUndefined()
    await loadFrom(store, first.memory)
    await first.snapshot.keep(unexpected)
    expect(readdirSync(place.dataDir).filter((name) => name.includes('snapshot'))).toEqual([`city-${SUO}.snapshot`])

    const moved = { ...lamp(2), name: '换过的灯' }
    await store.transaction(SUO, (tx) =>
      writeAssets(tx, { added: [lamp(4)], changed: [moved], removed: [lamp(1).id] }, by()),
    )
    const second = start(place, store)
    expect(await second.snapshot.restore()).toBe((await store.head(SUO)).seq)
    expect(things(second.memory)).toEqual([moved, lamp(3), lamp(4)].map(({ id, name }) => `${id} ${name}`))
  })

  test('a snapshot of another log, or of another catalogue, is not used', async () => {
    const place = await newPlace()
    const store = await place.open()
    await store.transaction(SUO, (tx) => writeAssets(tx, { added: [lamp(1)] }, by()))
    const first = start(place, store)
    await loadFrom(store, first.memory)
    await first.snapshot.keep(unexpected)

    const others = layerOf('point', { id: 'streetlights', detailZoom: 15 })
    expect(await start(place, store, [others]).snapshot.restore()).toBeUndefined()
    expect(await start(place, store).snapshot.restore()).toBe(1)
    await place.tamper(`update log set hash = 'another' where city = '${SUO}' and seq = 1`)
    expect(await start(place, store).snapshot.restore()).toBeUndefined()
  })

  test('nothing is kept while the log is ahead of the city', async () => {
    const place = await newPlace()
    const store = await place.open()
    await store.transaction(SUO, (tx) => writeAssets(tx, { added: [lamp(1)] }, by()))
    const { memory, snapshot } = start(place, store)
    await loadFrom(store, memory)
    await store.transaction(SUO, (tx) => writeAssets(tx, { added: [lamp(2)] }, by()))
    await snapshot.keep(unexpected)
    expect(readdirSync(place.dataDir).filter((name) => name.includes('snapshot'))).toEqual([])
    memory.apply(await readLog(store.db, { city: SUO, after: memory.seq }))
    await snapshot.keep(unexpected)
    expect(await start(place, store).snapshot.restore()).toBe(2)
  })
})
