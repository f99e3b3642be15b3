import { join } from 'node:path'
import { DataError } from '../catalogue/data-error.ts'
import { readCheckedJson } from '../catalogue/read-checked-json.ts'
import { ServiceRules } from '../contract/service-minutes.ts'

/** How long handling takes, `folder`/service-minutes.json. Throws DataError. */
export async function loadServiceMinutes(folder: string): Promise<ServiceRules> {
  const { value, faults } = await readCheckedJson(join(folder, 'service-minutes.json'), ServiceRules)
  if (!value) throw new DataError(faults)
  return value
}
