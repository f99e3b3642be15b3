import { JSONParser } from '@streamparser/json'
import type { Geometry } from '../../contract/geo.ts'
import { ImportStopped } from './refusals.ts'
import type { SourceRow } from './source-row.ts'

/** The features of a FeatureCollection as they come: the whole is never in memory. */
export async function* parseGeojson(text: AsyncIterable<string>): AsyncGenerator<SourceRow> {
  const ready: SourceRow[] = []
  let number = 0
  const parser = new JSONParser({ paths: ['$.features.*'], keepStack: false })
  parser.onValue = ({ value }) => {
    number += 1
    ready.push(rowOf(value, number))
  }
  for await (const piece of text) {
    try {
      parser.write(piece)
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : 'not JSON'
      throw new ImportStopped(
        `JSON 在第 ${number} 个要素之后出错：${why}`,
        `The JSON breaks off after feature ${number}: ${why}`,
      )
    }
    yield* ready.splice(0)
  }
  if (!parser.isEnded)
    throw new ImportStopped(
      `JSON 在第 ${number} 个要素之后中断：文件不完整。`,
      `The JSON ends in the middle, after feature ${number}: the file is cut off.`,
    )
  if (number === 0)
    throw new ImportStopped(
      '没有要素：GeoJSON 文件应是带“features”的 FeatureCollection。',
      'No features: a GeoJSON file is a FeatureCollection with “features”.',
    )
}

function rowOf(feature: unknown, number: number): SourceRow {
  const { properties, geometry, id } = (feature ?? {}) as {
    properties?: object | null
    geometry?: Geometry | null
    id?: unknown
  }
  const columns: Record<string, string> = {}
  if (id !== undefined && id !== null) columns.id = String(id)
  for (const [name, value] of Object.entries(properties ?? {}))
    columns[name] =
      value === null || value === undefined
        ? ''
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value).trim()
  return { number, columns, geometry: geometry ?? null }
}
