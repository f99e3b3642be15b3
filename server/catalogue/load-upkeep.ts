import { join } from 'node:path'
import type { z } from 'zod'
import { CensusRules } from '../contract/census.ts'
import { DrainRules } from '../contract/drain.ts'
import { LightingRules } from '../contract/lighting.ts'
import { ParkingRules } from '../contract/parking.ts'
import { AlarmRules } from '../contract/reading.ts'
import { ReplacementRules } from '../contract/replacement.ts'
import { DataError } from './data-error.ts'
import { readCheckedJson } from './read-checked-json.ts'

/** What lamps, drains, the landfill, yards, old things and the census are measured by. */
export interface UpkeepRules {
  lighting: LightingRules
  drains: DrainRules
  replacement: ReplacementRules
  parking: ParkingRules
  alarms: AlarmRules
  census: CensusRules
}

/** The rules of upkeep in `folder`, a file each. Throws DataError. */
export async function loadUpkeep(folder: string): Promise<UpkeepRules> {
  const read = async <Value>(name: string, schema: z.ZodType<Value>): Promise<Value> => {
    const { value, faults } = await readCheckedJson(join(folder, `${name}.json`), schema)
    if (value === undefined) throw new DataError(faults)
    return value
  }
  return {
    lighting: await read('lighting', LightingRules),
    drains: await read('drains', DrainRules),
    replacement: await read('replacement', ReplacementRules),
    parking: await read('truck-parking', ParkingRules),
    alarms: await read('reading-alarms', AlarmRules),
    census: await read('census', CensusRules),
  }
}
