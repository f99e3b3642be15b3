import { expect, test } from 'vitest'
import { City } from '../../../server/contract/city.ts'
import { lamp, testCity } from '../../support/test-city.ts'

test('the city says what it is and of which moment its picture is', async () => {
  const city = await testCity({ settings: { mapApproval: '藏S(2026)001号' } })
  const before = City.parse(await city.json('/api/city'))
  expect(before).toMatchObject({
    ...{ area: '540626', name: { zh: '索县' }, demo: true, assetCount: 42, basemap: false, relief: false },
    mapApproval: '藏S(2026)001号',
    bureau: { zh: '索县城市管理局（演示）', en: 'Suo city-management bureau (demo)' },
  })
  expect(before.bounds?.map((degrees) => degrees.toFixed(3))).toEqual(['93.785', '31.886', '93.802', '31.902'])
  await city.change({ added: [lamp(41)] })
  const after = City.parse(await city.json('/api/city'))
  expect([after.seq, after.assetCount]).toEqual([before.seq + 1, 43])
})
