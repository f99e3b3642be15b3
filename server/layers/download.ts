import type { Layer } from '../contract/layer.ts'
import { BYTE_ORDER_MARK, csvHeading, csvOf } from './write-csv.ts'

export type DownloadFormat = 'csv' | 'geojson'

export const DOWNLOAD_MIME: Record<DownloadFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json; charset=utf-8',
}

/** A match as ready GeoJSON features, a page at a time. */
export type Pages = Iterable<string[]>

/** The whole match as pieces of text, in memory a page at a time. */
export function* download(format: DownloadFormat, layer: Layer, pages: Pages): Generator<string> {
  if (format === 'csv') {
    yield BYTE_ORDER_MARK + csvHeading(layer)
    for (const page of pages) yield page.map((feature) => csvOf(layer, JSON.parse(feature))).join('')
    return
  }
  yield `{"type":"FeatureCollection","name":${JSON.stringify(layer.id)},"features":[`
  let comma = ''
  for (const page of pages) {
    if (page.length === 0) continue
    yield `${comma}${page.join(',\n')}`
    comma = ',\n'
  }
  yield ']}'
}
