import { JSONParser } from '@streamparser/json'
import type { Geometry } from '../../contract/geo.ts'
import { type SourceRow, UnreadableFile } from './source-row.ts'

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
      throw new UnreadableFile(
        `The JSON breaks off after feature ${number}: ${fault instanceof Error ? fault.message : 'not JSON'}`,
      )
    }
    yield* ready.splice(0)
  }
  if (!parser.isEnded)
    throw new UnreadableFile(`The JSON ends in the middle, after feature ${number}: the file is cut off.`)
  if (number === 0) throw new UnreadableFile('No features: a GeoJSON file is a FeatureCollection with “features”.')
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
