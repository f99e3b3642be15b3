import type { Features } from '../city/feature-pages.ts'
import { Utf8Writer } from '../city/utf8-writer.ts'
import type { Layer } from '../contract/layer.ts'
import { ROOM_PER_FEATURE } from './feature-page.ts'
import { BYTE_ORDER_MARK, type CsvFeature, csvHeading, csvOf } from './write-csv.ts'

export type DownloadFormat = 'csv' | 'geojson'

export const DOWNLOAD_MIME: Record<DownloadFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
}

/** A match a page at a time. */
export type Pages = Iterable<Features>

/** The whole match in pieces, in memory a page at a time. */
export function* download(format: DownloadFormat, layer: Layer, pages: Pages): Generator<Uint8Array> {
  if (format === 'csv') {
    yield Buffer.from(BYTE_ORDER_MARK + csvHeading(layer))
    for (const page of pages) yield Buffer.from(csvPage(layer, page))
    return
  }
  yield Buffer.from(`{"type":"FeatureCollection","name":${JSON.stringify(layer.id)},"features":[`)
  let comma = ''
  for (const page of pages) {
    if (page.returned === 0) continue
    const out = new Utf8Writer(page.returned * ROOM_PER_FEATURE)
    out.text(comma)
    page.write(out, LINE_END)
    yield out.written()
    comma = LINE_END
  }
  yield Buffer.from(']}')
}

/** A feature a line: a file of them can be searched and compared line by line. */
const LINE_END = ',\n'

function csvPage(layer: Layer, page: Features): string {
  const out = new Utf8Writer(page.returned * ROOM_PER_FEATURE)
  page.write(out, LINE_END)
  return JSON.parse(`[${out.written()}]`)
    .map((feature: CsvFeature) => csvOf(layer, feature))
    .join('')
}
