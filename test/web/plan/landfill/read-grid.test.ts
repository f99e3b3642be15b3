import { expect, test } from 'vitest'
import { faultOfPair } from '../../../../web/plan/landfill/compare-grids.ts'
import { levelLine } from '../../../../web/plan/landfill/level-line.ts'
import { type HeightGrid, readGrid } from '../../../../web/plan/landfill/read-grid.ts'
import { stepsOf } from '../../../../web/plan/landfill/steps-of.ts'

test("Esri's grid gives its spacing, and its word for nothing is nothing", () => {
  const text = 'ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 2.5\nNODATA_value -9999\n4010 -9999\n4011.5 4012\n'
  expect(readGrid(text)).toEqual({
    ...{ cellM: 2.5, origin: [1.25, 1.25] },
    heights: [
      [4010, null],
      [4011.5, 4012],
    ],
  })
})

test('a table of numbers is read as it lies, with a hole where a field is empty', () => {
  expect(readGrid('1,2,\r\n3,4,5\r\n')).toEqual({
    ...{ cellM: null, origin: null },
    heights: [
      [1, 2, null],
      [3, 4, 5],
    ],
  })
})

test('what is no grid is named', () => {
  expect(readGrid('')).toBe('empty')
  expect(readGrid('1 2\n3 x')).toBe('not-numbers')
  expect(readGrid('1 2\n3 4 5')).toBe('uneven')
  expect(readGrid(Array.from({ length: 401 }, () => '1 2').join('\n'))).toBe('too-large')
})

const ESRI = 'ncols 3\nnrows 2\nxllcorner 500\nyllcorner 900\ncellsize 2\n'

test('a grid says nothing of what it does not know: −9999 without a word for it, nan, an empty field', () => {
  expect(readGrid(`${ESRI}1 2 -9999\n4 nan 6\n`)).toMatchObject({
    heights: [
      [1, 2, null],
      [4, null, 6],
    ],
  })
  expect(readGrid(`\uFEFF${ESRI}NODATA_value nan\n1 2 nan\n4 5 6\n`)).toMatchObject({
    heights: [
      [1, 2, null],
      [4, 5, 6],
    ],
  })
  // Outside of Esri's grids −9999 is a height, and no possible one.
  expect(readGrid('1,2\n-9999,3\n')).toBe('no-heights')
})

test('rows of an Esri grid may be broken anywhere, and are as many as its header says', () => {
  expect(readGrid(`${ESRI}1 2\n3 4 5\n6\n`)).toMatchObject({
    heights: [
      [1, 2, 3],
      [4, 5, 6],
    ],
    origin: [501, 901],
  })
  expect(readGrid(`${ESRI}1 2 3\n4 5\n`)).toBe('wrong-header')
  expect(
    readGrid(ESRI.replace('corner', 'center').replace('yllcorner', 'yllcenter').concat('1 2 3\n4 5 6')),
  ).toMatchObject({
    origin: [500, 900],
  })
})

test('a comma between semicolons is a decimal one; heights are kept to the millimetre', () => {
  expect(readGrid('4501,5;4502,25\n;4500,12345\n')).toMatchObject({
    heights: [
      [4501.5, 4502.25],
      [null, 4500.123],
    ],
  })
})

test('what cannot be reckoned with is told before it is sent', () => {
  expect(readGrid('PK\u0003\u0004\0\0')).toBe('not-text')
  expect(readGrid('1 2\n3 0x10')).toBe('not-numbers')
  expect(readGrid('1 2\n3 Infinity')).toBe('not-numbers')
  expect(readGrid(`${ESRI.replace('cellsize 2', 'cellsize 0.00002')}1 2 3\n4 5 6`)).toBe('degrees')
  expect(readGrid(`${ESRI.replace('cellsize 2', 'dx 2\ndy 3')}1 2 3\n4 5 6`)).toBe('not-square')
  expect(readGrid(`${ESRI.replace('cellsize 2', 'dx 2\ndy 2')}1 2 3\n4 5 6`)).toMatchObject({ cellM: 2 })
  expect(readGrid('500123.5,3529876.2,4501.5\n500124.5,3529876.2,4501.7\n')).toBe('no-heights')
  expect(readGrid(',,\n,,\n')).toBe('nothing-surveyed')
})

const gridOf = (text: string): HeightGrid => {
  const grid = readGrid(text)
  if (typeof grid === 'string') throw new Error(grid)
  return grid
}

test('two files are one grid when points, spacing and place agree and one square was surveyed both times', () => {
  const one = gridOf(`${ESRI}1 2 3\n4 5 6`)
  expect(faultOfPair(one, undefined, 2)).toBe('two')
  expect(faultOfPair(one, one, 2)).toBeUndefined()
  expect(faultOfPair(one, gridOf('1 2\n3 4'), 2)).toBe('size')
  expect(faultOfPair(one, gridOf(`${ESRI.replace('cellsize 2', 'cellsize 2.5')}1 2 3\n4 5 6`), 2)).toBe('spacing')
  expect(faultOfPair(one, gridOf(`${ESRI.replace('xllcorner 500', 'xllcorner 502')}1 2 3\n4 5 6`), 2)).toBe('place')
  expect(faultOfPair(one, gridOf('1 2 3\n4 5 6'), 2)).toBeUndefined()
  expect(['0', '', '101', '-1', 'x'].map((side) => faultOfPair(one, one, Number(side)))).toEqual(Array(5).fill('cell'))
  expect(faultOfPair(gridOf(`${ESRI}-9999 2 3\n4 5 6`), gridOf(`${ESRI}1 2 3\n4 5 -9999`), 2)).toBe('apart')
})

test('a survey tells what came in a day since the one before, the last first', () => {
  const surveys = [
    { at: '2026-01-01T00:00:00Z', filledM3: 100 },
    { at: '2026-01-11T00:00:00Z', filledM3: 350 },
  ]
  expect(stepsOf(surveys).map(({ perDay }) => perDay)).toEqual([25, null])
})

test('a level is drawn from the bottom of its well, under the line of its warning', () => {
  const points = [
    { at: '2026-01-01T00:00:00Z', value: 0 },
    { at: '2026-01-02T00:00:00Z', value: 2 },
  ]
  expect(levelLine(points, 5, [100, 55])).toMatchObject({ path: 'M0 55L100 35', warnY: 5 })
  expect(levelLine(points.slice(0, 1), 5, [100, 55])).toBeUndefined()
})
