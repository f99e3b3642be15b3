import type { NewGeofence } from '../contract/geofence.ts'
import { allFences } from '../geofences/fence-store.ts'
import { addFence, type FenceNeeds } from '../geofences/write-fence.ts'

const WRITER = { actor: 'system:demo', once: undefined }

/** Draws the fences of a demo city in a store where none was ever drawn: one that somebody ended does not come again. */
export async function makeDemoFences(given: readonly NewGeofence[], needs: FenceNeeds): Promise<void> {
  if ((await allFences(needs.store.db, needs.area)).length > 0) return
  for (const fence of given) await addFence({ ...fence, demo: true }, WRITER, needs)
}
