import { join } from 'node:path'
import { z } from 'zod'
import { DataError } from '../catalogue/data-error.ts'
import { readCheckedJson } from '../catalogue/read-checked-json.ts'
import { NewCrew } from '../contract/crew.ts'
import { LngLat } from '../contract/geo.ts'

const DemoCrew = NewCrew.extend({
  id: z.string().regex(/^demo-[a-z0-9-]{1,60}$/),
  /** Where it stands when its shift begins; it drives from the road that is nearest. */
  base: LngLat,
})
export type DemoCrew = z.infer<typeof DemoCrew>

/** data/cities/<city>/crews.json: made up, and says so. */
const DemoCrews = z.strictObject({
  area: z.string().regex(/^\d{6}$/),
  demo: z.literal(true),
  source: z.string().min(1),
  crews: z.array(DemoCrew).min(1),
})

/** The crews of a demo city, out of its folder in data/. Throws DataError. */
export async function loadDemoCrews(folder: string): Promise<DemoCrew[]> {
  const { value, faults } = await readCheckedJson(join(folder, 'crews.json'), DemoCrews)
  if (!value) throw new DataError(faults)
  return value.crews
}
