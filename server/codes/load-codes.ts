import { join } from 'node:path'
import { DataError, type DataFault } from '../catalogue/data-error.ts'
import {
  Area,
  AreaCompleteness,
  CodeMajor,
  type CodeTables,
  hasMajor,
  registryOf,
  TypeCode,
} from '../contract/code-registry.ts'
import { readEnglishNames } from './read-english-names.ts'
import { type Cells, readTable } from './read-table.ts'

const named = ({ zh, en, ...cells }: Cells) => ({ ...cells, name: { zh, en } })

/** The code tables in `folder` (data/codes), checked row by row and against each other; registryOf indexes them.
 *  Throws DataError with the faults by file and row. */
export async function loadCodes(folder: string): Promise<CodeTables> {
  const english = await readEnglishNames(join(folder, 'names-en.csv'))
  const national = await readTable(join(folder, 'gbt47678.5-2026.csv'), TypeCode, ({ kind, code, name }) => ({
    kind,
    code,
    name: { zh: name, en: english.get(`${kind}:${code}`) },
    edition: 'GB/T 47678.5-2026',
  }))
  const local = await readTable(join(folder, 'local-extension.csv'), TypeCode, ({ kind, code, zh, en }) => ({
    kind,
    code,
    name: { zh, en },
    edition: 'local',
  }))
  const majors = await readTable(join(folder, 'majors.csv'), CodeMajor, named)
  const areas = await readTable(join(folder, 'areas.csv'), Area, ({ until, ...cells }) => ({
    ...named(cells),
    until: until || null,
  }))
  const complete = await readTable(join(folder, 'areas-complete.csv'), AreaCompleteness, (cells) => ({
    prefix: cells.prefix,
    level: cells.level,
    completeTo: cells.complete_to,
  }))
  const tables = { types: [...national, ...local], majors, areas, complete }
  const faults = faultsOfTables(tables)
  if (faults.length > 0) throw new DataError(faults)
  return tables
}

/** What no single row shows: a key that stands twice, a type whose major is not in the list. */
function faultsOfTables(tables: CodeTables): DataFault[] {
  const registry = registryOf(tables)
  const lost = (file: string, rows: number, kept: number): DataFault[] =>
    rows === kept ? [] : [{ file, path: '', message: `${rows - kept} rows repeat the key of another` }]
  return [
    ...lost('gbt47678.5-2026.csv, local-extension.csv', tables.types.length, registry.types.size),
    ...lost('majors.csv', tables.majors.length, registry.majors.size),
    ...lost('areas.csv', tables.areas.length, registry.areas.size),
    ...tables.types
      .filter(({ kind, code, edition }) => !hasMajor(registry, edition, kind, majorOf(code)))
      .map(({ kind, code }) => ({ file: 'majors.csv', path: '', message: `no major for the ${kind} ${code}` })),
  ]
}

const majorOf = (code: string) => (code.startsWith('L') ? code.slice(0, 3) : code.slice(0, 2))
