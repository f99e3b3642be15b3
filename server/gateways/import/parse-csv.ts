import { Readable } from 'node:stream'
import Papa from 'papaparse'
import { type SourceRow, UnreadableFile } from './source-row.ts'

/** Comma, tab, semicolon and bar are told apart by the first piece of text. The first line names the columns. */
export async function* parseCsv(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  const lines = Readable.from(text).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { skipEmptyLines: false }))
  let header: string[] | undefined
  let number = 0
  for await (const cells of lines as AsyncIterable<string[]>) {
    number += 1
    if (cells.every((cell) => cell.trim() === '')) continue
    if (header) yield { number, columns: columnsOf(header, cells) }
    else header = namesOf(cells)
  }
  if (!header) throw new UnreadableFile('The file is empty: its first line must name the columns.')
}

const columnsOf = (header: string[], cells: string[]): Record<string, string> =>
  Object.fromEntries(header.map((name, at) => [name, (cells[at] ?? '').trim()]))

const namesOf = (cells: string[]): string[] => {
  const names = cells.map((cell, at) => cell.replace(/^\uFEFF/, '').trim() || `column ${at + 1}`)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice)
    throw new UnreadableFile(`Two columns are called “${twice}”: rename one, so that each has its own meaning.`)
  return names
}
