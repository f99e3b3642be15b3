import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import Papa from 'papaparse'
import type { RejectedLine } from './import-job.ts'

export interface RejectedFile {
  add(line: RejectedLine): void
  close(): Promise<void>
}

/** The rejected rows as CSV with their reasons in front, written as they come; UTF-8 with a mark, so that Excel shows Chinese. */
export function openRejected(path: string, columns: string[]): RejectedFile {
  const file = createWriteStream(path)
  const line = (cells: string[]): void => {
    file.write(`${Papa.unparse([cells], { escapeFormulae: true })}\r\n`)
  }
  file.write('\uFEFF')
  line(['行 row', '原因', 'reason', 'code', ...columns])
  return {
    add: ({ number, text, code, columns: cells }) =>
      line([String(number), text.zh, text.en, code, ...columns.map((column) => cells[column] ?? '')]),
    async close() {
      file.end()
      await finished(file)
    },
  }
}
