import type { Columns } from './columns.ts'
import type { LayerRows } from './layer-rows.ts'
import { ATTRIBUTES } from './meanings.ts'

/** Any of the statuses, and for each field any of its values, compared as text; absent means all. A field that nobody has fits nothing. */
export interface Filter {
  status?: string[]
  fields?: Record<string, string[]>
}

/** A filter made ready for the rows of one segment. */
export interface RowTest {
  /** 1 for the looks that fit; undefined when all do. */
  readonly looks: Uint8Array | undefined
  /** Attributes outside the look that must fit as well. */
  readonly attributes: readonly { index: ArrayLike<number>; fits: Uint8Array }[]
}

export const EVERY: RowTest = { looks: undefined, attributes: [] }

export const passes = (test: RowTest, columns: Columns, row: number): boolean => {
  if (columns.dead?.[row]) return false
  if (test.looks && !test.looks[columns.look[row] as number]) return false
  for (const { index, fits } of test.attributes) if (!fits[index[row] as number]) return false
  return true
}

/** One text for filters that mean the same, for keys of caches; '' for none. */
export function filterKey(filter: Filter | undefined): string {
  if (!filter) return ''
  const fields = Object.entries(filter.fields ?? {}).map(([key, values]) => [key, [...values].sort()] as const)
  if (!filter.status && fields.length === 0) return ''
  return JSON.stringify([filter.status ? [...filter.status].sort() : null, fields.sort(([a], [b]) => (a < b ? -1 : 1))])
}

export function rowTests({ layer, meanings, segments }: LayerRows, filter: Filter | undefined): RowTest[] {
  if (filterKey(filter) === '') return segments.map(() => EVERY)
  const asked = Object.entries(filter?.fields ?? {}).map(([key, values]) => ({ key, values: new Set(values) }))
  const inTile = layer.fields.filter((field) => field.inTile).map(({ key }) => key)
  const ofLook = asked.filter(({ key }) => inTile.includes(key))
  const lookFits = Uint8Array.from(meanings.looks.looks, ({ status, fields }) =>
    (!filter?.status || filter.status.includes(status)) &&
    ofLook.every(({ key, values }) => values.has(String(fields[inTile.indexOf(key)])))
      ? 1
      : 0,
  )
  const rest = asked
    .filter(({ key }) => !inTile.includes(key))
    .map(({ key, values }) => {
      const at = meanings.keys.indexOf(key, ATTRIBUTES.length)
      const known = meanings.dictionaries[at]?.values ?? []
      return { at, fits: Uint8Array.from(known, (value) => (values.has(String(value)) ? 1 : 0)) }
    })
  return segments.map(({ attributes }) => ({
    looks: lookFits,
    attributes: rest.map(({ at, fits }) => {
      const index = attributes[at]
      return index ? { index, fits } : NOTHING
    }),
  }))
}

const NOTHING = { index: [], fits: new Uint8Array(0) }
