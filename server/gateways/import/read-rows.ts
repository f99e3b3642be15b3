import { decodeText, detectEncoding, type Encoding } from './decode-text.ts'
import { parseCsv } from './parse-csv.ts'
import { parseGeojson } from './parse-geojson.ts'
import { ImportStopped } from './refusals.ts'
import type { SourceRow } from './source-row.ts'

export interface SourceFile {
  path: string
  format: 'csv' | 'geojson'
  encoding: Encoding
}

/** What kind of file it is, by its ending and its bytes; ImportStopped when it is none that we take. */
export async function openSource(path: string): Promise<SourceFile> {
  const ending = path.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1]
  if (ending === 'csv' || ending === 'tsv' || ending === 'txt')
    return { path, format: 'csv', encoding: await detectEncoding(path) }
  if (ending === 'geojson' || ending === 'json')
    return { path, format: 'geojson', encoding: await detectEncoding(path) }
  throw new ImportStopped(
    `这里不接受 .${ending ?? ''} 文件，请给 .csv、.tsv、.geojson 或 .json。`,
    `.${ending ?? ''} files are not taken here: give .csv, .tsv, .geojson or .json.`,
  )
}

/** The rows one after another: only a few are in memory at a time, whatever the size of the file. */
export async function* readRows(
  source: SourceFile,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<SourceRow> {
  const text = decodeText(source.path, source.encoding, onBytes)
  yield* source.format === 'csv' ? parseCsv(text) : parseGeojson(text)
}
