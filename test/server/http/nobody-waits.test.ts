import { expect, test } from 'vitest'
import { testCity } from '../../support/test-city.ts'

const SPAN = 'from=2026-04-01T00:00:00%2B08:00&to=2026-05-01T00:00:00%2B08:00'

/** What reckons with all of a city's things: by a district's they take a part of a second, or more. */
const LONG = [
  'spots/density?per=asset',
  'spots/unseen',
  'spots/patrol-debt',
  'spots/silence',
  'spots/hot',
  `spots/recurrence?class=matter:06010&${SPAN}`,
  `spots/periods?indicator=complaints&by=grid&${SPAN}`,
  `spots/periods?indicator=things&layer=streetlights&by=unit-grid&${SPAN}`,
  'lighting/rate',
  'drains/dredging',
  'drains/clean-first',
  'replacement',
  'census/quality',
]

test('what takes long ends when whoever asked goes away, and the next who asks is answered', async () => {
  const city = await testCity()
  const { cookie } = await city.as('planner')
  const ask = (path: string, signal?: AbortSignal) =>
    city.app.request(`/api/${path}`, { headers: { Cookie: cookie }, ...(signal ? { signal } : {}) })
  for (const path of LONG) {
    const left = await ask(path, AbortSignal.abort())
    expect([path, left.status, ((await left.json()) as { code: string }).code]).toEqual([path, 400, 'nobody-waits'])
    expect([path, (await ask(path)).status]).toEqual([path, 200])
  }
  expect(city.logged.filter(({ msg }) => msg === 'fault')).toEqual([])
})
