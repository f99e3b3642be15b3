import { Readable } from 'node:stream'
import Papa from 'papaparse'
import { ImportStopped } from './refusals.ts'
import type { SourceRow } from './source-row.ts'

/** Comma, tab, semicolon and bar are told apart by the first piece of text. The first line names the columns. */
export async function* parseCsv(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  const pieces = text[Symbol.asyncIterator]()
  const first = await pieces.next()
  const head = first.done ? '' : first.value
  const { delimiter } = Papa.parse(head, { preview: 20, skipEmptyLines: true }).meta
  const lines = Readable.from(following(head, pieces)).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { delimiter }))
  let header: string[] | undefined
  let number = 0
  for await (const cells of lines as AsyncIterable<string[]>) {
    number += 1
    if (cells.every((cell) => cell.trim() === '')) continue
    if (header) yield { number, columns: columnsOf(header, cells) }
    else header = namesOf(cells)
  }
  if (!header)
    throw new ImportStopped('文件是空的：第一行应是列名。', 'The file is empty: its first line must name the columns.')
}

async function* following(head: string, pieces: AsyncIterator<string>): AsyncGenerator<string> {
  yield head
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
}

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
