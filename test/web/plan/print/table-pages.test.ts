import { expect, test } from 'vitest'
import { ROW, rowMm, type TableRow, tablePages } from '../../../../web/plan/print/table-pages.ts'

const HEADS = ['名次', '道路', '长度（m）']
const rowsOf = (count: number, road = '人民路'): TableRow[] =>
  Array.from({ length: count }, (_, i) => ({ cells: [String(i + 1), road, '200.0'] }))
const paged = (rows: TableRow[], room = { width: 190, height: 100 }) =>
  tablePages([{ columns: [] }], () => ({ heads: HEADS, rows }), room)

test('every row stands on one page, in its order', () => {
  const rows = rowsOf(157)
  const pages = paged(rows)
  expect(pages.flatMap(({ blocks }) => blocks.flat())).toEqual(rows)
  expect(pages.map(({ firstRow }) => rows[firstRow])).toEqual(pages.map(({ blocks }) => blocks[0]?.[0]))
})

test('no block is higher than the page, with the head that each repeats', () => {
  for (const { blocks, widths } of paged(rowsOf(157, '第一段很长的路名'.repeat(9))))
    for (const rows of blocks) {
      const high = [{ cells: HEADS }, ...rows].reduce((sum, { cells }) => sum + rowMm(cells, widths), 0)
      expect(high).toBeLessThanOrEqual(100)
      expect(rows.length).toBeGreaterThan(0)
    }
})

test('a narrow table stands in several blocks beside each other, a wide one fills the page', () => {
  const [page] = paged(rowsOf(157))
  expect(page?.blocks.length).toBeGreaterThan(1)
  const [wide] = paged(rowsOf(20, '从东桥路到学府路的北侧人行道'.repeat(3)))
  expect(wide?.blocks.length).toBe(1)
  expect((wide?.widths ?? []).reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(190.001)
})

test('a long text takes more lines, and nothing is cut', () => {
  expect(rowMm(['字'.repeat(30)], [43.2])).toBeCloseTo(3 * ROW.line + ROW.padding, 9)
})

test('a table without rows has no page', () => {
  expect(paged([])).toEqual([])
})
