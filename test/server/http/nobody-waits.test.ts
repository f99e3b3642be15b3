import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadUpkeep } from '../../../server/catalogue/load-upkeep.ts'
import { cleanFirst, type DrainNeeds, dredging } from '../../../server/drains/gather-drains.ts'
import { NobodyWaits } from '../../../server/http/in-slices.ts'
import { listOld, type OldNeeds } from '../../../server/replacement/gather-old.ts'
import { DATA } from '../../../server/root.ts'
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

/** So many of a layer that each stage takes several slices. */
function many(count: number) {
  const one = (word: string) => ({ words: [word], of: new Uint16Array(count) })
  const texts = {
    ...{ status: one('normal'), kind: one('inlet'), road: one('藏北路'), dredgedOn: one('2020-01-01') },
    ...{ lowPlace: one(''), installedOn: one('2012-01-01'), lampType: one('led') },
  }
  const columns = {
    ...{ count, texts, numbers: {}, idOf: (thing: number) => `thing-${thing}`, nameOf: () => 'a thing' },
    placeOf: () => [93.785, 31.886],
  }
  const layer = { count, definition: { geometry: 'point' }, things: () => columns, get: () => undefined }
  return { layer: () => layer } as unknown as DrainNeeds['memory'] & OldNeeds['memory']
}

test('a list that is made in stages ends in whichever it is when nobody waits any longer', async () => {
  const { store } = await testCity()
  const rules = await loadUpkeep(join(DATA, 'rules'))
  const needs = { area: '540626', store, memory: many(60_000), now: () => new Date('2026-05-01T04:00:00Z') }
  const drains = { ...needs, rules: rules.drains, archives: { relief: () => Promise.resolve(undefined) } }
  /** Goes away as the stage begins. */
  const leavingIn = (stage: number) => {
    const [stop, told] = [new AbortController(), { stages: 0 }]
    const follow = (): void => {
      if (++told.stages === stage) stop.abort()
    }
    return { signal: stop.signal, follow }
  }
  const lists = {
    'dredging 1': () => dredging({ limit: 9, asking: leavingIn(1) }, drains),
    'clean-first 1': () => cleanFirst({ rainMm: 50, limit: 9, asking: leavingIn(1) }, drains),
    'clean-first 2': () => cleanFirst({ rainMm: 50, limit: 9, asking: leavingIn(2) }, drains),
    'replacement 1': () =>
      listOld({ layers: ['streetlights'], limit: 9, asking: leavingIn(1) }, { ...needs, rules: rules.replacement }),
  }
  for (const [name, list] of Object.entries(lists)) {
    const left = await list().then(
      () => 'answered',
      (fault: unknown) => (fault instanceof NobodyWaits ? 'ended' : fault),
    )
    expect([name, left]).toEqual([name, 'ended'])
  }
})
