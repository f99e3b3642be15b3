import type { CodeRegistry } from '../../contract/code-registry.ts'
import type { Layer, Text } from '../../contract/layer.ts'
import type { Mapping } from './mapping.ts'
import type { SourceFile } from './read-rows.ts'
import type { DeclaredCrs } from './to-wgs84.ts'

/** One file to bring into one layer. */
export interface ImportJob {
  /** 6-digit area code of the city. */
  city: string
  layer: Layer
  source: SourceFile
  mapping: Mapping
  crs: DeclaredCrs
  registry: CodeRegistry
  /** Remove what the layer holds and the file does not name. */
  replace: boolean
  now: string
}

/** What an import did, or would do. */
export interface ImportTally {
  rows: number
  added: number
  changed: number
  same: number
  removed: number
  rejected: number
}

/** A row that is not taken, and why. */
export interface RejectedLine {
  number: number
  code: string
  text: Text
  columns: Record<string, string>
}

/** What a long import tells while it goes on; `bytes` of the file's size are read. */
export interface ImportWatch {
  onBytes?: (bytes: number) => void
  onRows?: (tally: ImportTally) => void
  onRejected?: (line: RejectedLine) => void
  /** A row that was taken, for showing the first few: what becomes of it. */
  onTaken?: (number: number, kind: 'added' | 'changed', name: string, id: string) => void
}
