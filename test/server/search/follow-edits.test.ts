import { expect, test } from 'vitest'
import { lamp } from '../../support/entries.ts'
import { testCity } from '../../support/test-city.ts'

const found = async (city: Awaited<ReturnType<typeof testCity>>, text: string): Promise<string[]> => {
  const { results } = await city.json(`/api/search?q=${encodeURIComponent(text)}`)
  return results.map(({ id }: { id: string }) => id)
}

test('a change that leaves a name alone is no edit of the search; a rename is, and so is its way back', async () => {
  const city = await testCity({ assets: [lamp(1, { name: '桥头灯' }), lamp(2, { name: '河边灯' })] })
  await city.search.build(null)
  const first = lamp(1, { name: '桥头灯' })
  await city.change({ changed: [{ ...first, status: 'fault' }] })
  expect(city.search.index.edited).toBe(0)
  await city.change({ changed: [{ ...first, name: '校门灯' }] })
  expect(city.search.index.edited).toBe(1)
  expect(await found(city, '校门灯')).toEqual([first.id])
  expect(await found(city, '桥头灯')).toEqual([])
  await city.change({ changed: [first] })
  expect(await found(city, '桥头灯')).toEqual([first.id])
  expect(await found(city, '校门灯')).toEqual([])
  await city.change({ removed: [first.id] })
  expect(await found(city, '桥头灯')).toEqual([])
})
