import type { Geometry } from '../contract/geo.ts'
import type { Layer } from '../contract/layer.ts'

/** Excel reads UTF-8 only when this stands first. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet would take for a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/

/** One cell after RFC 4180. A text that begins like a formula is made harmless with an apostrophe; a number stays one. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const csvLine = (cells: unknown[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** The headings are keys, not names: the same in both languages, and an import finds them again. */
export const csvHeading = (layer: Layer): string =>
  csvLine(['id', 'code', 'name', 'status', ...placeColumns(layer), ...layer.fields.map(({ key }) => key)])

const placeColumns = (layer: Layer): string[] => (layer.geometry === 'point' ? ['longitude', 'latitude'] : ['geometry'])

export interface CsvFeature {
  id: string
  geometry: Geometry
  properties: Record<string, unknown>
}

/** A line for one feature; the shape of a line or polygon is GeoJSON in a cell of its own. */
export function csvOf(layer: Layer, { id, geometry, properties }: CsvFeature): string {
  const place = geometry.type === 'Point' ? geometry.coordinates : [geometry]
  const { code, name, status } = properties
  return csvLine([id, code, name, status, ...place, ...layer.fields.map(({ key }) => properties[key])])
}
