import type { FeatureCollection } from 'geojson'

export interface HandoutColumn {
  /** Key of the row. */
  id: string
  name: string
  /** m, 件, % …; stands in the column's head, so that the cells are plain numbers. */
  unit?: string
  /** Decimals of a number; none when absent. */
  digits?: number
}

export type HandoutValue = string | number | boolean | null | undefined

export interface HandoutTable {
  name: string
  columns: readonly HandoutColumn[]
  /** What is unknown is null, never 0. */
  rows: readonly Readonly<Record<string, HandoutValue>>[]
  /** What the rows are counted out of. */
  note?: string
}

/** What a study gives out of the house: on paper, as a table, as places. Its texts are in the language of the page. */
export interface Handout {
  /** For the names of files: `coverage`. */
  id: string
  title: string
  /** One line under the title: of what, for when. */
  subtitle?: string
  /** Rule or standard with its edition, a line each; also that it is not verified, where it is not. */
  sources: readonly string[]
  /** Instant that the data is of, ISO; undefined: that of the city. */
  dataAt?: string
  /** Out of what its figures are, and what was left out of them: said on the sheet beside the figures. */
  base?: string
  /** What was chosen, in words. */
  filter?: string
  /** The few figures that the sheet says large. */
  figures?: readonly { name: string; value: string; unit?: string }[]
  tables: readonly HandoutTable[]
  /** Longitude and latitude; `units` says the unit of each property that has one. */
  places?: { features: FeatureCollection; units: Readonly<Record<string, string>> }
}
