import type { DrawnCell } from './draw-cells.ts'
import type { Scale } from './scales.ts'

/** A row of the list: a cell, a road, a grid or a class. */
export interface SpotRow {
  /** Of the cell it is about; a road or class has none on the map. */
  id: string
  /** Said in words where the place is not a cell. */
  name?: string
  value: string
  note?: string
  /** Above 0 it is ochre, below it blue: differences alone are coloured. */
  sign?: number
}

export interface Figure {
  name: string
  value: string
  unit?: string
}

/** What cannot be said, why, and what to do about it. */
export interface Refrain {
  title: string
  why: string
  offers: readonly { name: string; change: Readonly<Record<string, string | undefined>> }[]
}

/** What a lens says of the city, ready to be shown: the panel, the map and the detail read the same. */
export interface Reading {
  fault: Error | null
  /** Nothing was read yet. */
  isEmpty: boolean
  /** What is shown is of the question before. */
  isPassing: boolean
  /** The server is asked. */
  isWaiting: boolean
  /** Somebody ended it before there was anything to show. */
  isStopped: boolean
  again: () => void
  stop: () => void
  cells: readonly DrawnCell[]
  scale: Scale
  figures: readonly Figure[]
  refrain?: Refrain | undefined
  /** What the list holds, and what its numbers are. */
  heading: { name: string; value: string }
  rows: readonly SpotRow[]
  /** Said where the list is empty. */
  none: string
  /** What a cell is, beyond the list's value. */
  figuresOf: (id: string) => readonly Figure[]
  /** Denominator, rule with its source, what it is as of. */
  foot: readonly string[]
  /** How it is reckoned, in a planner's words. */
  method: readonly string[]
  file?: ((format: 'geojson' | 'csv') => string) | undefined
  /** What it is of, where that is not the days of the time bar. */
  period?: { from: string; to: string } | undefined
  unit: string
  borders: readonly string[]
  marks?: string | undefined
  noData?: string | undefined
  swipe?: { cells: readonly DrawnCell[]; scale: Scale; names: readonly [string, string] } | undefined
}
