import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calloutWords } from '../../../../web/wall/map/callout-words.ts'
import { placeCallouts, type Spot, type ToCall } from '../../../../web/wall/map/place-callouts.ts'
import { clearOf, insetsOf, seamsOf } from '../../../../web/wall/map/wall-frame-insets.ts'
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

test('words come where no crew is, and stay when one drives under them', () => {
  const [free] = placeCallouts([call('a', 88, 50)], [], wall)
  const crews: Spot[] = [[(free?.x ?? 0) + 12, (free?.y ?? 0) + 2]]
  expect(placeCallouts([call('a', 88, 50)], [], { ...wall, crews })[0]?.side).not.toBe(free?.side)
  const before = new Map([['a', free?.side ?? -1]])
  expect(placeCallouts([call('a', 88, 50)], [], { ...wall, crews }, before)[0]?.side).toBe(free?.side)
})

test('words stay on the side where they were while there is room', () => {
  const before = new Map([['a', 5]])
  expect(placeCallouts([call('a', 88, 50)], [], wall, before)[0]?.side).toBe(5)
})

test('Han letters are as wide as high, figures and Latin about half', () => {
  expect(wordsWidth('团结路', 2)).toBe(6)
  expect(wordsWidth('G317', 2)).toBeCloseTo(4.64, 6)
})

test('a callout says where and what: all of it where that is short, else the street, else each on its line', () => {
  const of = (address: string, problem: string) => calloutWords({ address, problem })
  expect(of('团结路市场口', '占道经营')).toEqual(['团结路市场口 占道经营'])
  expect(of('康巴路 公厕 12 号附近', '路边有散落生活垃圾，已有两天')).toEqual(['康巴路 路边有散落生活垃圾'])
  expect(of('康巴路与人民路交叉口东北角', '路边有散落生活垃圾无人清理')).toEqual([
    '康巴路与人民路交叉口东北角',
    '路边有散落生活垃圾无人清理',
  ])
  expect(of('', '占道经营')).toEqual(['占道经营'])
})

test('only what does not end in one line of its own is broken off, and says so', () => {
  const lines = calloutWords({ address: '街'.repeat(30), problem: '事'.repeat(30) })
  expect(lines.map((line) => [...line].length)).toEqual([17, 17])
  for (const line of lines) expect(line.endsWith('…')).toBe(true)
})

test('words keep out of where the frame still dims the map', () => {
  const clear = clearOf(insets)
  const [one] = placeCallouts([call('a', 88, 27)], [], { width: WIDTH, insets: clear })
  expect(one?.y).toBeGreaterThanOrEqual(18.5)
  expect(clearOf(insetsOf({ panels: { left: [], right: [], foot: 'none' } }, false)).left).toBe(48.5)
})

test('no line leads over the words of another case', () => {
  const spot = fc.tuple(fc.double({ min: 50, max: 128, noNaN: true }), fc.double({ min: 20, max: 76, noNaN: true }))
  fc.assert(
    fc.property(fc.array(spot, { minLength: 2, maxLength: 4 }), (spots) => {
      const placed = placeCallouts(
        spots.map(([x, y], i) => call(String(i), x, y)),
        [],
        wall,
      )
      for (const a of placed)
        for (const b of placed.filter(({ id }) => id !== a.id))
          for (let step = 0; step <= 20; step++) {
            const [x, y] = [0, 1].map(
              (k) => (a.line[0][k] ?? 0) + (((a.line[1][k] ?? 0) - (a.line[0][k] ?? 0)) * step) / 20,
            )
            expect((x ?? 0) > b.x && (x ?? 0) < b.x + 24 && (y ?? 0) > b.y && (y ?? 0) < b.y + 4.6).toBe(false)
          }
    }),
  )
})

test('no words lie over the edge of two screens', () => {
  expect(seamsOf(WIDTH)).toEqual([])
  expect(seamsOf(480)).toEqual([160, 320])
  const at = fc.double({ min: 60, max: 118, noNaN: true })
  fc.assert(
    fc.property(at, (x) => {
      for (const { x: left } of placeCallouts([call('a', x, 50)], [], { ...wall, seams: [88.9] }))
        expect(left < 88.9 && left + 24 > 88.9).toBe(false)
    }),
  )
  expect(placeCallouts([call('a', 88, 50)], [], { ...wall, seams: [88.9] })).toHaveLength(1)
})
