import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeCallouts, type Spot, type ToCall } from '../../../../web/wall/map/place-callouts.ts'
import { insetsOf } from '../../../../web/wall/map/wall-frame-insets.ts'
import { wordsWidth } from '../../../../web/wall/map/words-width.ts'

const WIDTH = 177.8
const insets = insetsOf({ panels: { left: ['intake'], right: ['lots'], foot: 'ticker' } }, false)
const wall = { width: WIDTH, insets }
const call = (id: string, x: number, y: number): ToCall => ({ id, at: [x, y], width: 24, height: 4.6 })

test('words of late cases cover neither each other, nor another late case, nor header, columns and foot, wherever the cases lie', () => {
  const spot = fc.tuple(fc.double({ min: 46, max: 131, noNaN: true }), fc.double({ min: 14, max: 78, noNaN: true }))
  fc.assert(
    fc.property(fc.array(spot, { minLength: 1, maxLength: 4 }), (spots) => {
      const things = spots.map(([x, y], i) => call(String(i), x, y))
      const placed = placeCallouts(things, [], wall)
      for (const [i, a] of placed.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(insets.left)
        expect(a.x + 24).toBeLessThanOrEqual(WIDTH - insets.right)
        expect(a.y).toBeGreaterThanOrEqual(insets.top)
        expect(a.y + 4.6).toBeLessThanOrEqual(100 - insets.bottom)
        for (const b of placed.slice(i + 1))
          expect(a.x < b.x + 24 && b.x < a.x + 24 && a.y < b.y + 4.6 && b.y < a.y + 4.6).toBe(false)
        for (const [x, y] of spots) expect(x > a.x && x < a.x + 24 && y > a.y && y < a.y + 4.6).toBe(false)
      }
    }),
  )
})

test('the words of a case in the middle of an empty map are there, above it', () => {
  const [one] = placeCallouts([call('a', 88, 50)], [], wall)
  expect(one?.y).toBeLessThan(50 - 4.6)
})

test('other marks are covered only where nothing else is free', () => {
  const [free] = placeCallouts([call('a', 88, 50)], [], wall)
  const under: Spot = [(free?.x ?? 0) + 12, (free?.y ?? 0) + 2]
  const [moved] = placeCallouts([call('a', 88, 50)], [under], wall)
  expect(moved && under[0] > moved.x && under[0] < moved.x + 24 && under[1] > moved.y && under[1] < moved.y + 4.6).toBe(
    false,
  )
})

test('words stay on the side where they were while there is room', () => {
  const before = new Map([['a', 5]])
  expect(placeCallouts([call('a', 88, 50)], [], wall, before)[0]?.side).toBe(5)
})

test('Han letters are as wide as high, figures and Latin about half', () => {
  expect(wordsWidth('团结路', 2)).toBe(6)
  expect(wordsWidth('G317', 2)).toBeCloseTo(4.64, 6)
})
