import { expect, test } from 'vitest'
import { testCity } from '../../support/test-city.ts'

test('the cells of a layer add up to its counts, with a filter as well', async () => {
  const city = await testCity()
  const of = async (query: string) => {
    const { level, cells } = await city.json(`/api/layers/streetlights/cells?${query}`)
    return { level, count: cells.reduce((sum: number, cell: { count: number }) => sum + cell.count, 0) }
  }
  expect(await of('level=15')).toEqual({ level: 15, count: 40 })
  expect(await of('level=15&status=fault')).toEqual({ level: 15, count: 4 })
})

test('a level that is none, or makes too many cells, is refused with what to do', async () => {
  const city = await testCity()
  expect(await city.refusal('/api/layers/streetlights/cells')).toMatchObject({ code: 'missing-parameter' })
  expect(await city.refusal('/api/layers/streetlights/cells?level=23')).toMatchObject({ parameter: 'level' })
  expect(await city.refusal('/api/layers/streetlights/cells?level=22&bbox=90,30,95,33')).toMatchObject({
    code: 'too-many-cells',
    parameter: 'level',
  })
})
