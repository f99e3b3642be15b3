import { WasteManifest } from '../../../server/contract/manifest.ts'
import { COLUMNS, type Column } from '../../i18n/manifest-columns.ts'

const ALL = Object.keys(COLUMNS) as Column[]
const OPTIONAL: readonly Column[] = ['plate', 'receivedAt', 'receivedT']

export interface RowFault {
  /** As a spreadsheet numbers it: the head is row 1. */
  row: number
  column: Column
  /** What stands there. */
  value: string
  why: 'missing' | 'no-number' | 'out-of-range' | 'no-time' | 'too-long' | 'half' | 'early' | 'twice'
}

export interface ReadManifests {
  manifests: WasteManifest[]
  faults: RowFault[]
  /** Of the columns that must be there. */
  missing: Column[]
  /** With something in them, without the head. */
  rows: number
}

/** Loads out of the cells of a table, its head first. A row with a fault is no load; all of its faults are told. */
export function readManifests([head = [], ...body]: readonly (readonly string[])[]): ReadManifests {
  const at = new Map(ALL.map((column) => [column, head.findIndex((name) => isNameOf(column, name))]))
  const missing = ALL.filter((column) => !OPTIONAL.includes(column) && (at.get(column) ?? -1) < 0)
  const told: ReadManifests = { manifests: [], faults: [], missing, rows: 0 }
  if (missing.length > 0) return told
  const known = new Set<string>()
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    told.rows++
    const textOf = (column: Column): string => (cells[at.get(column) ?? -1] ?? '').trim()
    const { manifest, faults } = readRow(textOf)
    if (known.has(textOf('id'))) faults.push({ column: 'id', value: textOf('id'), why: 'twice' })
    known.add(textOf('id'))
    told.faults.push(...faults.map((fault) => ({ row: index + 2, ...fault })))
    if (faults.length === 0) told.manifests.push(manifest)
  }
  return told
}

const isNameOf = (column: Column, name: string): boolean =>
  COLUMNS[column].includes(
    name
      .replace(/^\uFEFF/, '')
      .replace(/[（(].*[)）]$/, '')
      .trim()
      .toLowerCase(),
  )

type Fault = Omit<RowFault, 'row'>

function readRow(textOf: (column: Column) => string): { manifest: WasteManifest; faults: Fault[] } {
  const faults: Fault[] = []
  const fault = (column: Column, why: Fault['why']): void => {
    if (!faults.some((one) => one.column === column)) faults.push({ column, value: textOf(column), why })
  }
  const tonnes = (column: 'dischargedT' | 'receivedT'): number => {
    const value = Number(textOf(column).replaceAll(',', ''))
    if (textOf(column) === '' || !Number.isFinite(value)) fault(column, textOf(column) === '' ? 'missing' : 'no-number')
    return value
  }
  const instant = (column: 'dischargedAt' | 'receivedAt'): string => {
    const value = instantOf(textOf(column))
    if (value === undefined) fault(column, textOf(column) === '' ? 'missing' : 'no-time')
    return value ?? ''
  }
  for (const column of ['id', 'projectId', 'projectName', 'carrier', 'disposalId'] as const)
    if (textOf(column) === '') fault(column, 'missing')
  const [hasTime, hasTonnes] = [textOf('receivedAt') !== '', textOf('receivedT') !== '']
  if (hasTime !== hasTonnes) fault(hasTime ? 'receivedT' : 'receivedAt', 'half')
  const arrived = hasTime && hasTonnes
  const manifest = {
    ...{ id: textOf('id'), projectId: textOf('projectId'), projectName: textOf('projectName') },
    ...{ carrier: textOf('carrier'), plate: textOf('plate'), disposalId: textOf('disposalId') },
    ...{ dischargedAt: instant('dischargedAt'), dischargedT: tonnes('dischargedT') },
    ...{ receivedAt: arrived ? instant('receivedAt') : null, receivedT: arrived ? tonnes('receivedT') : null },
  }
  if (manifest.receivedAt && manifest.dischargedAt && manifest.receivedAt < manifest.dischargedAt)
    fault('receivedAt', 'early')
  const checked = WasteManifest.safeParse(manifest)
  if (!checked.success && faults.length === 0)
    for (const { path } of checked.error.issues) {
      const column = ALL.find((one) => one === path[0]) ?? 'id'
      fault(column, column.endsWith('T') ? 'out-of-range' : 'too-long')
    }
  return { manifest, faults }
}

/** An ISO instant in UTC; without a zone it is Shanghai's time: 2026-11-22 09:30, 2026/11/22 9:30:05. Undefined for what is none. */
export function instantOf(text: string): string | undefined {
  const [, year, month, day, hour, minute, second = '00', zone = '+08:00'] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(
      text,
    ) ?? []
  if (!year || !month || !day || !hour || !minute) return undefined
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const ms = Date.parse(`${date}T${hour.padStart(2, '0')}:${minute}:${second}${zone}`)
  // 30 February is taken for 1 March by some.
  const isDay = !Number.isNaN(Date.parse(date)) && new Date(Date.parse(date)).toISOString().startsWith(date)
  return Number.isNaN(ms) || !isDay ? undefined : new Date(ms).toISOString()
}
