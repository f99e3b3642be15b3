import type { Mapping } from './mapping.ts'
import { readRows, type SourceFile } from './read-rows.ts'
import type { SourceRow } from './source-row.ts'

const SAMPLE = 300

/** The head of a file: its columns, whether its rows bring geometries, and where they are, in the file's own coordinates. */
export async function placeSample(
  source: SourceFile,
  mapping?: Mapping,
): Promise<{ columns: string[]; hasGeometry: boolean; positions: number[][] }> {
  const columns = new Set<string>()
  const positions: number[][] = []
  let hasGeometry = false
  let rows = 0
  for await (const row of readRows(source)) {
    for (const column of Object.keys(row.columns)) columns.add(column)
    hasGeometry ||= Boolean(row.geometry)
    const at = positionOf(row, mapping)
    if (at?.every(Number.isFinite)) positions.push(at)
    rows += 1
    if (rows === SAMPLE) break
  }
  return { columns: [...columns], hasGeometry, positions }
}

function positionOf({ geometry, columns }: SourceRow, mapping?: Mapping): number[] | undefined {
  if (geometry) {
    let value: unknown = geometry.coordinates
    while (Array.isArray(value) && Array.isArray(value[0])) value = value[0]
    return Array.isArray(value) ? value.slice(0, 2).map(Number) : undefined
  }
  const { lng, lat } = mapping?.columns ?? {}
  if (lng === undefined || lat === undefined || !columns[lng] || !columns[lat]) return undefined
  return [Number(columns[lng]), Number(columns[lat])]
}
