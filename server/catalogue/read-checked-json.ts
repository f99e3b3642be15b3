import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { z } from 'zod'
import { type DataFault, faultsOfSchema } from './data-error.ts'

export type Checked<Value> = { value: Value; faults: [] } | { value: undefined; faults: DataFault[] }

const failed = (file: string, message: string): Checked<never> => ({
  value: undefined,
  faults: [{ file, path: '', message }],
})

/** A JSON file as the schema sees it, or its faults by path. Rejects only when the file cannot be read at all. */
export async function readCheckedJson<Value>(path: string, schema: z.ZodType<Value>): Promise<Checked<Value>> {
  const file = basename(path)
  const text = await readFile(path, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return failed(file, `not JSON: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
  const parsed = schema.safeParse(value)
  return parsed.success
    ? { value: parsed.data, faults: [] }
    : { value: undefined, faults: faultsOfSchema(file, parsed.error) }
}
