import { expect, test } from 'vitest'
import { describeCity, listCities, readCity } from '../../../server/store/describe-city.ts'
import { onEachEngine } from '../../support/engines.ts'
import { by, SUO } from '../../support/entries.ts'

onEachEngine((newPlace) => {
  test('what a city is stands on its head and in its log', async () => {
    const store = await (await newPlace()).open()
    expect(await readCity(store.db, SUO)).toBeUndefined()
    const suo = {
      name: { zh: '索县', en: 'Suo' },
      centre: [93.785, 31.886] as [number, number],
      zoom: 14,
      bounds: null,
      demo: true,
    }
    await store.transaction('530112', (tx) => describeCity(tx, { ...suo, demo: false }, by()))
    await store.transaction(SUO, (tx) => describeCity(tx, suo, by()))
    expect(await readCity(store.db, SUO)).toEqual(suo)
    expect(await listCities(store.db)).toEqual(['530112', SUO])
    expect(await store.readLog({ city: SUO, after: 0 })).toMatchObject([{ kind: 'city-described', after: suo }])
  })
})
