import { expect, test } from 'vitest'
import { union } from '../../../data/cities/town/clipping.ts'
import { traceContours } from '../../../data/cities/town/contours.ts'
import { danglingEdges, traceFaces } from '../../../data/cities/town/faces.ts'
import { type Point, ringArea } from '../../../data/cities/town/geometry.ts'
import { nodeLines } from '../../../data/cities/town/noding.ts'
import { random } from '../../../data/cities/town/random.ts'
import { BlockSplitter } from '../../../data/cities/town/split-blocks.ts'

const SQUARE: Point[] = [
  [0, 0],
  [200, 0],
  [200, 200],
  [0, 200],
]
const roundTheSquare = { line: [...SQUARE, [0, 0] as Point], weight: 8 }

test('a street across a square makes two faces of equal size, and its overshoot dangles', () => {
  const across = { line: [[100, -40] as Point, [100, 240] as Point], weight: 8 }
  const graph = nodeLines([roundTheSquare, across])
  const dangling = danglingEdges(graph)
  expect(dangling.size).toBe(2)
  expect(traceFaces(graph, dangling).map(({ ring }) => Math.round(ringArea(ring)))).toEqual([20000, 20000])
})

test('a street that ends just short of another is joined to it', () => {
  const short = { line: [[100, 0.5] as Point, [100, 199.6] as Point], weight: 8 }
  const graph = nodeLines([roundTheSquare, short])
  expect(traceFaces(graph, danglingEdges(graph)).length).toBe(2)
})

test('splitting leaves blocks near the target and loses no ground', () => {
  const splitter = new BlockSplitter(random(1, 'lanes'))
  splitter.split(SQUARE, { target: 4000, tilt: 0.1, bow: 0.05 })
  const graph = nodeLines([roundTheSquare, ...splitter.cuts.map(({ line }) => ({ line, weight: 4 }))])
  const sizes = traceFaces(graph, danglingEdges(graph)).map(({ ring }) => ringArea(ring))
  expect(sizes.length).toBeGreaterThan(5)
  expect(sizes.reduce((a, b) => a + b, 0)).toBeCloseTo(40000, -2)
  expect(Math.max(...sizes)).toBeLessThan(4000 * 1.6)
})

test('where two streets run on one line the heavier keeps it', () => {
  const ends: Point[] = [
    [0, 0],
    [50, 0],
  ]
  const light = { line: ends, weight: 1 }
  const heavy = { line: ends, weight: 2 }
  expect(nodeLines([light, heavy]).edges).toEqual([{ a: 0, b: 1, line: 1 }])
  expect(nodeLines([heavy, light]).edges).toEqual([{ a: 0, b: 1, line: 0 }])
})

test('a union keeps a hole as a hole', () => {
  const frame = (x0: number, y0: number, x1: number, y1: number): Point[] => [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ]
  const [ring, ...more] = union([
    [frame(0, 0, 30, 10)],
    [frame(0, 20, 30, 30)],
    [frame(0, 0, 10, 30)],
    [frame(20, 0, 30, 30)],
  ])
  expect(more).toEqual([])
  expect(ring?.length).toBe(2)
})

test('a hill has closed contours, one inside the other', () => {
  const heights = Float32Array.from(
    { length: 41 * 41 },
    (_, k) => 100 - Math.hypot((k % 41) - 20, Math.floor(k / 41) - 20) * 5,
  )
  const lines = traceContours({ west: 0, south: 0, step: 10, columns: 41, rows: 41, heights }, [25, 75])
  for (const level of [25, 75]) {
    const [line, ...more] = lines.get(level) ?? []
    expect(more).toEqual([])
    expect(line?.[0]).toEqual(line?.at(-1))
  }
  expect(ringArea(lines.get(75)?.[0] ?? [])).toBeLessThan(ringArea(lines.get(25)?.[0] ?? []))
})

test('streams of chance with other names do not follow each other', () => {
  const draw = (seed: number, name: string) => {
    const chance = random(seed, name)
    return Array.from({ length: 5 }, () => chance.next())
  }
  expect(draw(1, 'lanes')).toEqual(draw(1, 'lanes'))
  expect(draw(1, 'lanes')).not.toEqual(draw(1, 'names'))
  expect(draw(1, 'lanes')).not.toEqual(draw(2, 'lanes'))
})
