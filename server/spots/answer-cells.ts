import type { Context } from 'hono'
import { answerDownload } from '../http/answer-download.ts'
import { BYTE_ORDER_MARK, csvLine } from '../layers/write-csv.ts'
import type { CellMap } from './cell-map.ts'

/** A map of cells as a file: GeoJSON as it is, or a line for each cell with the middle of it. */
export function answerCells(c: Context, format: 'geojson' | 'csv', name: string, map: CellMap<object, object>) {
  if (format === 'geojson')
    return answerDownload(c, { name: `${name}.geojson`, type: 'application/geo+json; charset=utf-8' }, [
      Buffer.from(JSON.stringify(map)),
    ])
  const keys = Object.keys(map.features[0]?.properties ?? { cell: '' })
  const lines = map.features.map(({ properties, geometry }) => {
    const [[west = 0, south = 0] = [], , [east = 0, north = 0] = []] = geometry.coordinates[0] ?? []
    const values: Record<string, unknown> = { ...properties }
    return csvLine([...keys.map((key) => plain(values[key])), (west + east) / 2, (south + north) / 2])
  })
  return answerCsv(c, name, [csvLine([...keys, 'longitude', 'latitude']), ...lines])
}

export const answerCsv = (c: Context, name: string, lines: readonly string[]) =>
  answerDownload(c, { name: `${name}.csv`, type: 'text/csv; charset=utf-8' }, [
    Buffer.from(BYTE_ORDER_MARK + lines.join('')),
  ])

const plain = (value: unknown): unknown => (Array.isArray(value) ? value.join(' ') : value)
