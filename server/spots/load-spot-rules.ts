import { join } from 'node:path'
import { DataError } from '../catalogue/data-error.ts'
import { readCheckedJson } from '../catalogue/read-checked-json.ts'
import { SpotRules } from '../contract/spot-rules.ts'

/** What counts as a patrol, a silence, a hot spot: `folder`/spots.json. Throws DataError. */
export async function loadSpotRules(folder: string): Promise<SpotRules> {
  const { value, faults } = await readCheckedJson(join(folder, 'spots.json'), SpotRules)
  if (!value) throw new DataError(faults)
  return value
}
