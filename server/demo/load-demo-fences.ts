import { join } from 'node:path'
import { z } from 'zod'
import { DataError } from '../catalogue/data-error.ts'
import { readCheckedJson } from '../catalogue/read-checked-json.ts'
import { NewGeofence } from '../contract/geofence.ts'

/** data/cities/<city>/fences.json: made up, and says so. */
const DemoFences = z.strictObject({
  area: z.string().regex(/^\d{6}$/),
  demo: z.literal(true),
  source: z.string().min(1),
  fences: z.array(NewGeofence).min(1),
})

/** The fences of a demo city, out of its folder in data/. Throws DataError. */
export async function loadDemoFences(folder: string): Promise<NewGeofence[]> {
  const { value, faults } = await readCheckedJson(join(folder, 'fences.json'), DemoFences)
  if (!value) throw new DataError(faults)
  return value.fences
}
