import { expect, test } from 'vitest'
import type { LngLat } from '../../../../server/contract/geo.ts'
import { middleSeen, viewOfRoute } from '../../../../web/dispatch/day/route-view.ts'

const TOWN: LngLat[] = [
  [93.77, 31.88],
  [93.81, 31.9],
]
const SEEN = { width: 700, height: 850, hiddenRight: 0 }

/** Where a place is on the map, px from its left edge. */
const left = (lng: number, view: { lng: number; zoom: number }, width: number): number =>
  width / 2 + ((lng - view.lng) / 360) * 512 * 2 ** view.zoom

test('a crew’s way is in what can be seen of the map, also where the panel lies over it', () => {
  for (const seen of [SEEN, { ...SEEN, hiddenRight: 400 }]) {
    const view = viewOfRoute(TOWN, seen)
    if (!view) throw new Error('two places have a view')
    for (const [lng] of TOWN) {
      expect(left(lng, view, seen.width)).toBeGreaterThan(80)
      expect(left(lng, view, seen.width)).toBeLessThan(seen.width - seen.hiddenRight - 80)
    }
  }
})

test('a single stop is not looked at through a loupe, and no stop is no view', () => {
  expect(viewOfRoute([[93.77, 31.88]], SEEN)).toEqual({ lng: 93.77, lat: 31.88, zoom: 16 })
  expect(viewOfRoute([], SEEN)).toBeUndefined()
})

test('the middle of a map is that of its part in sight', () => {
  const view = { lng: 93.78, lat: 31.89, zoom: 15 }
  expect(middleSeen(view, { hiddenRight: 0 })).toEqual([93.78, 31.89])
  expect(left(middleSeen(view, { hiddenRight: 400 })[0], view, 700)).toBeCloseTo(150, 6)
})
