import type { Columns } from './columns.ts'

/** Bytes that the arrays of rows take: what is shared with a fork, and what each fork has for itself. */
export function weighColumns({ pyramid, dead, lookCounts, ...rows }: Columns): { shared: number; own: number } {
  return { shared: bytesIn(rows), own: bytesIn({ dead, lookCounts, pyramid }) }
}

/** Typed arrays anywhere in plain objects and lists of them; texts in dictionaries are not counted. */
function bytesIn(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength
  if (typeof value !== 'object' || value === null) return 0
  if (Array.isArray(value) && typeof value[0] !== 'object') return 0
  return Object.values(value).reduce<number>((sum, one) => sum + bytesIn(one), 0)
}
