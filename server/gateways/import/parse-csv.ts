import Papa from 'papaparse'
import { ImportStopped } from './refusals.ts'
import type { SourceRow } from './source-row.ts'

/** Comma, tab, semicolon and bar are told apart by the first lines. The first line names the columns. */
export async function* parseCsv(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  let header: string[] | undefined
  let number = 0
  for await (const cells of cellsOf(text)) {
    number += 1
    if (cells.every((cell) => cell.trim() === '')) continue
    if (header) yield { number, columns: columnsOf(header, cells) }
    else header = namesOf(cells)
  }
  if (!header)
    throw new ImportStopped('文件是空的：第一行应是列名。', 'The file is empty: its first line must name the columns.')
}

/** Whole lines are parsed as soon as they are there. Papa Parse has a stream of its own, but it reads a piece again from each row at which it
 *  is told to wait: 27 s for 200,000 rows that take 1 s so. */
async function* cellsOf(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = ''
  let delimiter: string | undefined
  for await (const piece of text) {
    const joined = rest + piece
    const end = endOfLastLine(joined)
    rest = joined.slice(end)
    if (end === 0) continue
    const lines = joined.slice(0, end)
    delimiter ??= delimiterOf(lines)
    yield* Papa.parse<string[]>(lines.replace(/\r?\n$/, ''), { delimiter }).data
  }
  if (rest) yield* Papa.parse<string[]>(rest, { delimiter: delimiter ?? delimiterOf(rest) }).data
}

const delimiterOf = (lines: string): string => Papa.parse(lines, { preview: 20, skipEmptyLines: true }).meta.delimiter

/** Behind the last line break that stands outside quotes; 0 when there is none. */
function endOfLastLine(text: string): number {
  let quoted = false
  let end = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) quoted = !quoted
    else if (sign === LINE_FEED && !quoted) end = at + 1
  }
  return end
}

const QUOTE = 34
const LINE_FEED = 10

const columnsOf = (header: string[], cells: string[]): Record<string, string> =>
  Object.fromEntries(header.map((name, at) => [name, (cells[at] ?? '').trim()]))

const namesOf = (cells: string[]): string[] => {
  const names = cells.map((cell, at) => cell.replace(/^\uFEFF/, '').trim() || `column ${at + 1}`)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice)
    throw new ImportStopped(
      `有两列都叫“${twice}”：请改其中一个，使每列各有其意。`,
      `Two columns are called “${twice}”: rename one, so that each has its own meaning.`,
    )
  return names
}
