import { z } from 'zod'
import { Text } from './layer.ts'

export const CodeKind = z.enum(['component', 'matter'])
export type CodeKind = z.infer<typeof CodeKind>

/** A type code. The same 5 digits can name a component and a matter, so the key is (kind, code). */
export const TypeCode = z.strictObject({
  kind: CodeKind,
  code: z.string().regex(/^(\d{5}|L\d{4})$/),
  name: Text,
  edition: z.enum(['GB/T 47678.5-2026', 'local']),
})
export type TypeCode = z.infer<typeof TypeCode>

/** 大类. Of the editions before 2026 only these are shipped: no list of their 小类 could be verified. */
export const CodeMajor = z.strictObject({
  edition: z.enum(['GB/T 47678.5-2026', 'GB/T 30428.2-2013', 'CJ/T 214', 'local']),
  kind: CodeKind,
  major: z.string().regex(/^(\d{2}|L\d{2})$/),
  name: Text,
  verified: z.enum(['V', 'T', 'U', 'made here']),
})
export type CodeMajor = z.infer<typeof CodeMajor>

/** 区划, GB/T 2260. A `group` (市辖区, 省直辖县级行政区划) only sums others: nothing stands in it. */
export const Area = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  level: z.enum(['province', 'prefecture', 'group', 'county']),
  /** The English name is empty where none is given. */
  name: z.strictObject({ zh: z.string().min(1), en: z.string() }),
  /** The year in which it was withdrawn. */
  until: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
})
export type Area = z.infer<typeof Area>

/** Below `prefix` the list holds every area of `level`, up to the year `completeTo`. */
export const AreaCompleteness = z.strictObject({
  prefix: z.string().regex(/^(\d{2}|\d{4})?$/),
  level: z.enum(['prefecture', 'county']),
  completeTo: z.string().regex(/^\d{4}$/),
})
export type AreaCompleteness = z.infer<typeof AreaCompleteness>

/** What data/codes holds, as plain rows that can cross the wire. */
export const CodeTables = z.strictObject({
  types: z.array(TypeCode),
  majors: z.array(CodeMajor),
  areas: z.array(Area),
  complete: z.array(AreaCompleteness),
})
export type CodeTables = z.infer<typeof CodeTables>

/** The tables, indexed for checking and naming codes. */
export interface CodeRegistry {
  /** By `component:01037`, `matter:06010`, `component:L0601`. */
  types: ReadonlyMap<string, TypeCode>
  /** By edition and kind and major: `GB/T 47678.5-2026:component:01`. */
  majors: ReadonlyMap<string, CodeMajor>
  areas: ReadonlyMap<string, Area>
  complete: readonly AreaCompleteness[]
}

const keyed = <Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row> =>
  new Map(rows.map((row) => [key(row), row]))

export const registryOf = ({ types, majors, areas, complete }: CodeTables): CodeRegistry => ({
  types: keyed(types, ({ kind, code }) => `${kind}:${code}`),
  majors: keyed(majors, ({ edition, kind, major }) => `${edition}:${kind}:${major}`),
  areas: keyed(areas, ({ code }) => code),
  complete,
})

export const typeOf = (registry: CodeRegistry, kind: CodeKind, code: string): TypeCode | undefined =>
  registry.types.get(`${kind}:${code}`)

export const hasMajor = (registry: CodeRegistry, edition: CodeMajor['edition'], kind: CodeKind, major: string) =>
  registry.majors.has(`${edition}:${kind}:${major}`)
