import { expect, test } from 'vitest'
import { levelLine } from '../../../../web/plan/landfill/level-line.ts'
import { readGrid } from '../../../../web/plan/landfill/read-grid.ts'
import { stepsOf } from '../../../../web/plan/landfill/steps-of.ts'

test("Esri's grid gives its spacing, and its word for nothing is nothing", () => {
  const text = 'ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 2.5\nNODATA_value -9999\n4010 -9999\n4011.5 4012\n'
  expect(readGrid(text)).toEqual({
    ...{ cellM: 2.5 },
    heights: [
      [4010, null],
      [4011.5, 4012],
    ],
  })
})

test('a table of numbers is read as it lies, with a hole where a field is empty', () => {
  expect(readGrid('1,2,\r\n3,4,5\r\n')).toEqual({
    ...{ cellM: null },
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
