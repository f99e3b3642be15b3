import type { Actor } from '../contract/role.ts'
import type { PhotoVerbNeeds } from './add-photo.ts'
import { originalOf } from './photo-store.ts'
import { noSuchPhoto, seenPhoto } from './seen-photo.ts'

/** A photo as the camera made it; that it was read, by whom and why is in the log before it leaves (D19). Throws PhotoRefused when there is none,
 *  or its day has come, and then nothing is logged; CannotUnseal. */
export function readOriginal(
  { id, reason }: { id: string; reason: string },
  actor: Actor,
  { area, store, keys, now }: PhotoVerbNeeds,
): Promise<{ bytes: Buffer; format: string }> {
  return store.transaction(area, async (tx) => {
    const photo = await seenPhoto(tx.db, area, id, actor)
    const original = await originalOf(tx.db, keys, area, id)
    if (!original) throw noSuchPhoto()
    const entry = { at: now().toISOString(), actor: actor.id, kind: 'original-photo-read', reason }
    await tx.append([{ ...entry, entity: 'photo', entityId: id, after: photo }])
    return original
  })
}
