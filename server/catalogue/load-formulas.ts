import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FormulaSet } from '../contract/evaluation.ts'
import { DataError } from './data-error.ts'
import { readCheckedJson } from './read-checked-json.ts'

/** The formula sets in `folder`, a file each, the one in force longest first. Throws DataError with every fault. */
export async function loadFormulas(folder: string): Promise<FormulaSet[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  const read = await Promise.all(files.map((name) => readCheckedJson(join(folder, name), FormulaSet)))
  const faults = read.flatMap((one) => one.faults)
  if (faults.length > 0) throw new DataError(faults)
  return read
    .flatMap(({ value }) => (value ? [value] : []))
    .sort((one, other) => Date.parse(one.validFrom) - Date.parse(other.validFrom))
}
