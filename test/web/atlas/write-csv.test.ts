import { expect, test } from 'vitest'
import { csvOf } from '../../../web/atlas/heat/write-csv.ts'

test('a file opens in Excel as UTF-8, with numbers as numbers', () => {
  expect(
    csvOf([
      ['位置', '件数'],
      ['滨河路', 3],
    ]),
  ).toBe('\uFEFF位置,件数\r\n滨河路,3\r\n')
})

test('commas, quotes and line ends are quoted', () => {
  expect(csvOf([['a,b', 'say "no"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""no""","two\nlines"\r\n')
})

test('a text that begins like a formula is made harmless, a negative number is not touched', () => {
  expect(csvOf([['=1+1', -2]])).toBe("\uFEFF'=1+1,-2\r\n")
})
