import { join } from 'node:path'
import { DataError } from '../catalogue/data-error.ts'
import { readCheckedJson } from '../catalogue/read-checked-json.ts'
import { TravelSpeeds } from '../contract/travel.ts'

/** How fast the roads are driven, `folder`/travel-speeds.json. Throws DataError. */
export async function loadSpeeds(folder: string): Promise<TravelSpeeds> {
  const { value, faults } = await readCheckedJson(join(folder, 'travel-speeds.json'), TravelSpeeds)
  if (!value) throw new DataError(faults)
  return value
}
