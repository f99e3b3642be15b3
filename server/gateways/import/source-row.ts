import type { Geometry } from '../../contract/geo.ts'

/** One row of a bureau's file before anything is known of its meaning. */
export interface SourceRow {
  /** 1-based: the line of a CSV file with its header counted, the feature's place in a GeoJSON file. */
  number: number
  columns: Record<string, string>
  /** Of a GeoJSON feature, in the file's own coordinate system; null when the feature has none. */
  geometry?: Geometry | null
}
