import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LngLat } from '../../../server/contract/geo.ts'
import { isInBox, layPills } from '../../../web/map/movers/lay-pills.ts'
import { bearingOf, headingOf } from '../../../web/map/movers/mover.ts'
import { moverAt } from '../../../web/map/movers/open-movers.ts'
import { mercator, projectorOf } from '../../../web/map/movers/projector.ts'

const HERE: LngLat = [93.7858, 31.8892]
const north = (metres: number): LngLat => [HERE[0], HERE[1] + metres / 111_195]
const position = { location: HERE, headingDeg: null, speedKmh: null }

test('a crew heads where it says, else where its last steps go; one that stands has no wedge', () => {
  expect(headingOf({ ...position, headingDeg: 211, speedKmh: 20 }, [])).toBe(211)
  expect(headingOf(position, [north(-300), north(-100)])).toBeCloseTo(0, 3)
  expect(headingOf(position, [north(40), north(2)])).toBeCloseTo(180, 3)
  expect(headingOf(position, [north(3), HERE])).toBeNull()
  expect(headingOf({ ...position, headingDeg: 90, speedKmh: 0 }, [north(-300)])).toBeNull()
  expect(bearingOf(HERE, [HERE[0] + 0.001, HERE[1]])).toBeCloseTo(90, 3)
  expect(bearingOf(HERE, [HERE[0] - 0.001, HERE[1]])).toBeCloseTo(270, 3)
})

const thing = (id: string, x: number, y: number, always = false) => ({
  ...{ id, width: 60, always },
  at: [x, y] as [number, number],
})

test('a pill stands above its dot, gives way to the one before it, and is left out where there is no room', () => {
  const crowd = Array.from({ length: 9 }, (_, i) => thing(`c${i}`, 100 + i, 100))
  const laid = layPills([thing('a', 100, 100), ...crowd])
  expect(laid[0]).toMatchObject({ id: 'a', side: 'above' })
  expect(laid[1]?.side).toBe('below')
  expect(laid.length).toBeLessThan(6)
})

test('no pill lies over another or over a dot, but for those that must be there', () => {
  const place = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 }))
  fc.assert(
    fc.property(fc.array(place, { maxLength: 30 }), (places) => {
      const laid = layPills(places.map(([x, y], i) => thing(String(i), x, y)))
      for (const a of laid)
        for (const b of laid)
          if (a !== b)
            expect(
              a.box[0] < b.box[0] + b.box[2] &&
                b.box[0] < a.box[0] + a.box[2] &&
                a.box[1] < b.box[1] + b.box[3] &&
                b.box[1] < a.box[1] + a.box[3],
            ).toBe(false)
    }),
  )
  const ranked = [thing('a', 50, 50, true), thing('b', 50, 50, true), thing('c', 50, 50, true)]
  expect(layPills([...ranked, ...ranked.map((one) => ({ ...one, id: `${one.id}2` }))])).toHaveLength(6)
})

test('a pill stays on its side as long as there is room', () => {
  expect(layPills([thing('a', 100, 100)], new Map([['a', 'right']]))[0]?.side).toBe('right')
})

test('the pointer takes the nearest dot, else the pill', () => {
  const mover = (id: string) => ({
    ...{ id, label: id, lngLat: HERE, headingDeg: null, trail: [], stale: false, rank: null },
  })
  const drawn = {
    dots: [
      { mover: mover('a'), at: [100, 100] as const },
      { mover: mover('b'), at: [108, 100] as const },
    ],
    pills: layPills([thing('a', 100, 100), thing('b', 108, 100)]),
  }
  expect(moverAt(drawn, [106, 101], 13)?.id).toBe('b')
  const pill = drawn.pills.find(({ id }) => id === 'a')
  expect(pill && isInBox([100, 80], pill.box)).toBe(true)
  expect(moverAt(drawn, [75, 80], 5)?.id).toBe('a')
  expect(moverAt(drawn, [300, 300], 13)).toBeUndefined()
})

test('three corners of a map that is turned tell where every place is on it', () => {
  const [scale, turn, middle] = [512 * 2 ** 15.4, 0.6, mercator(HERE)]
  const toPixel = (place: LngLat): [number, number] => {
    const [x, y] = mercator(place)
    const [dx, dy] = [(x - middle[0]) * scale, (y - middle[1]) * scale]
    return [350 + dx * Math.cos(turn) - dy * Math.sin(turn), 426 + dx * Math.sin(turn) + dy * Math.cos(turn)]
  }
  const toPlace = ([px, py]: readonly [number, number]): LngLat => {
    const [rx, ry] = [px - 350, py - 426]
    const x = middle[0] + (rx * Math.cos(turn) + ry * Math.sin(turn)) / scale
    const y = middle[1] + (-rx * Math.sin(turn) + ry * Math.cos(turn)) / scale
    return [(x - 0.5) * 360, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI]
  }
  const size = [700, 852] as const
  const flat = projectorOf({ toPixel, toPlace, size: () => size, pitch: () => 0 })
  const tilted = projectorOf({ toPixel, toPlace, size: () => size, pitch: () => 30 })
  for (const place of [HERE, north(500), [93.79, 31.9] as LngLat]) {
    const wanted = toPixel(place)
    for (const project of [flat, tilted]) {
      expect(project(mercator(place))[0]).toBeCloseTo(wanted[0], 2)
      expect(project(mercator(place))[1]).toBeCloseTo(wanted[1], 2)
    }
  }
})
