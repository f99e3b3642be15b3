import { expect, test } from 'vitest'
import type { MapPicture } from '../../../web/map/city-map.ts'
import { retryWait } from '../../../web/map/retry-wait.ts'
import { staleSources } from '../../../web/map/stale-sources.ts'

const picture = (change: Partial<MapPicture> = {}): MapPicture => ({
  shownLayers: ['bins', 'drains'],
  statusFilter: {},
  versions: { bins: 'a-1', drains: 'a-1', streetlights: 'a-1' },
  theme: 'light',
  language: 'zh',
  heat: null,
  measure: [],
  ...change,
})

test('only the layers whose data changed are asked for again, and of those only what is shown', () => {
  const later = picture({ versions: { bins: 'a-2', drains: 'a-1', streetlights: 'a-2' } })
  expect(staleSources(picture(), later)).toEqual(['layer/bins'])
  expect(staleSources(picture(), picture())).toEqual([])
})

test('after a restart every layer that is shown is asked for again', () => {
  const restarted = { bins: 'b-1', drains: 'b-1', streetlights: 'b-1' }
  expect(staleSources(picture(), picture({ versions: restarted }))).toEqual(['layer/bins', 'layer/drains'])
})

test('a layer that is only now shown, or through another filter, is fetched anyway and not asked for twice', () => {
  const versions = { bins: 'a-2', drains: 'a-2' }
  expect(staleSources(picture({ shownLayers: ['drains'] }), picture({ versions }))).toEqual(['layer/drains'])
  expect(staleSources(picture(), picture({ versions, statusFilter: { bins: ['full'] } }))).toEqual(['layer/drains'])
  expect(staleSources(picture({ versions: undefined }), picture({ versions }))).toEqual([])
})

test('tiles that failed are asked for again after 5 s, then ever later, but at least once a minute', () => {
  expect([0, 1, 2, 3, 4, 9].map(retryWait)).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000])
})
