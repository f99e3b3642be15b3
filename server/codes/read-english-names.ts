import { z } from 'zod'
import { CodeKind } from '../contract/code-registry.ts'
import { readTable } from './read-table.ts'

const EnglishName = z.strictObject({ kind: CodeKind, code: z.string(), en: z.string().min(1) })

/** English names of national codes by `component:01037`: the standard has none, so they stand apart from its table. */
export async function readEnglishNames(path: string): Promise<ReadonlyMap<string, string>> {
  const rows = await readTable(path, EnglishName, (cells) => cells)
  return new Map(rows.map(({ kind, code, en }) => [`${kind}:${code}`, en]))
}
