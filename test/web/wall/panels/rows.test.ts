import { expect, test } from 'vitest'
import type { WallFigures } from '../../../../server/contract/wall.ts'
import { bayCells, baysPerCell } from '../../../../web/wall/panels/bay-cells.ts'
import { foldSources, intakeRows, namedHours, squareScale, squaresOf } from '../../../../web/wall/panels/intake-rows.ts'
import { markRow, markScale } from '../../../../web/wall/panels/mark-row.ts'
import { orderRates } from '../../../../web/wall/panels/order-rates.ts'
import { rowsThatFit } from '../../../../web/wall/panels/rows-that-fit.ts'
import { shareRows } from '../../../../web/wall/panels/share-rows.ts'
import { shortNames } from '../../../../web/wall/panels/short-names.ts'

type Source = WallFigures['sources'][number]

const SOURCES = [
  ...(['hotline-12345', 'mayor-hotline', 'county-mailbox', 'citizen-snap', 'reception', 'online-opinion'] as const),
  ...(['patrol', 'video', 'sensor', 'proposal', 'transfer'] as const),
]
const source = (at: number, total: number): Source => ({
  source: SOURCES[at] ?? 'patrol',
  hours: Array.from({ length: 24 }, (_, hour) => (hour === at ? total : 0)),
  total,
})
const sources = (...totals: number[]) => SOURCES.map((_, at) => source(at, totals[at] ?? 0))
const namesOf = (rows: readonly { source: string | null }[]) => rows.map((row) => row.source)

test('a silent source gives its line to one that brought something; without any, the first seven stand', () => {
  expect(namesOf(intakeRows(sources()))).toEqual(SOURCES.slice(0, 7))
  expect(namesOf(intakeRows(sources(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4)))).toEqual([...SOURCES.slice(0, 6), 'transfer'])
  expect(intakeRows(sources(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1))).toHaveLength(11)
})

test('sources without a line of their own are one line, and no case is lost', () => {
  const all = sources(5, 1, 2, 9, 3)
  const lines = foldSources(all, 4)
  expect(namesOf(lines)).toEqual(['hotline-12345', 'citizen-snap', 'reception', null])
  expect(lines.at(-1)).toMatchObject({ total: 3 })
  expect(lines.at(-1)?.hours.slice(0, 4)).toEqual([0, 1, 2, 0])
  expect(lines.reduce((sum, { total }) => sum + total, 0)).toBe(20)
  expect(foldSources(all, 11)).toEqual(all)
})

test('the squares are as large as the fullest hour lets them, and beyond 24 cases a square is several', () => {
  expect(squareScale(0)).toEqual({ columns: 1, rows: 3, per: 1 })
  expect(squareScale(3)).toEqual({ columns: 1, rows: 3, per: 1 })
  expect(squareScale(4)).toEqual({ columns: 2, rows: 5, per: 1 })
  expect(squareScale(24)).toEqual({ columns: 3, rows: 8, per: 1 })
  const crowded = squareScale(100)
  expect(crowded.per).toBe(5)
  expect(squaresOf(100, crowded)).toBeLessThanOrEqual(crowded.columns * crowded.rows)
  expect(squaresOf(1, crowded)).toBe(1)
})

test('the axis names the present hour, and no other that would touch it', () => {
  expect(namedHours(21)).toEqual([0, 6, 12, 18, 21])
  expect(namedHours(20)).toEqual([0, 6, 12, 20])
  expect(namedHours(0)).toEqual([6, 12, 18, 0])
})

test('marks shrink until the fullest area fits, and what has no room is a number', () => {
  expect(markScale(6).size).toBe('large')
  expect(markScale(7).size).toBe('middle')
  expect(markScale(24)).toEqual(markScale(90))
  const marks = Array.from({ length: 24 }, () => 'working' as const)
  expect(markRow(marks, 24, markScale(24))).toEqual({ shown: marks, more: 0 })
  const crowded = markRow(marks, 30, markScale(30))
  expect(crowded.shown.length + crowded.more).toBe(30)
  expect(crowded.shown).toHaveLength(22)
})

test('a lot looks full only when it is, and free only when it is', () => {
  expect(baysPerCell(77)).toBe(1)
  expect(baysPerCell(240)).toBe(3)
  expect(bayCells(46, 38, 1)).toEqual({ cells: 46, taken: 38 })
  expect(bayCells(240, 239, 3)).toEqual({ cells: 80, taken: 79 })
  expect(bayCells(240, 240, 3)).toEqual({ cells: 80, taken: 80 })
  expect(bayCells(240, 1, 3)).toEqual({ cells: 80, taken: 1 })
  expect(bayCells(240, 0, 3)).toEqual({ cells: 80, taken: 0 })
})

test('names leave out what all of them say, unless two would be the same', () => {
  expect(shortNames(['第 9 责任网格 滨河社区', '第 10 责任网格 康巴社区', '第 11 责任网格 康巴社区'])).toEqual([
    ...['9 滨河社区', '10 康巴社区', '11 康巴社区'],
  ])
  expect(shortNames(['城关东', '城关西'])).toEqual(['城关东', '城关西'])
  expect(shortNames(['滨河 网格', '网格'])).toEqual(['滨河 网格', '网格'])
  expect(shortNames(['第 9 责任网格'])).toEqual(['第 9 责任网格'])
})

test('only whole rows are shown, and always one', () => {
  expect(rowsThatFit(100, 45)).toBe(2)
  expect(rowsThatFit(89.5, 45)).toBe(2)
  expect(rowsThatFit(10, 45)).toBe(1)
})

test('where the lights have little room, dark roads are told before the classes', () => {
  expect(shareRows(18, 5, 12)).toEqual({ classes: 5, roads: 12 })
  expect(shareRows(10, 5, 12)).toEqual({ classes: 5, roads: 4 })
  expect(shareRows(6, 5, 12)).toEqual({ classes: 0, roads: 5 })
  expect(shareRows(4, 5, 0)).toEqual({ classes: 4, roads: 0 })
  expect(shareRows(7, 5, 1)).toEqual({ classes: 5, roads: 1 })
})

test('rates of nothing come last', () => {
  const rate = (id: string, denominator: number) => ({ id, denominator })
  const told = orderRates([rate('closing', 0), rate('dispatching', 4), rate('rework', 4), rate('closing-on-time', 4)])
  expect(told.map(({ id }) => id)).toEqual(['closing-on-time', 'rework', 'dispatching', 'closing'])
})
