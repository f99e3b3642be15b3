import { mayRedact, type Photo, type Redaction } from '../contract/photo.ts'
import type { Actor } from '../contract/role.ts'
import type { PhotoVerbNeeds } from './add-photo.ts'
import { redactCopies } from './make-copies.ts'
import { PhotoRefused } from './photo-refused.ts'
import { copyOf, keepPhoto } from './photo-store.ts'
import { noSuchPhoto, seenPhoto } from './seen-photo.ts'

/** So many boxes fit on one photo. */
const MOST_BOXES = 100

/** Paints boxes over the copies that are shown (D19); the original stays as it is. Boxes are only ever added: taking one away would show what is
 *  under it to people who may not see the original. Throws PhotoRefused. */
export async function redactPhoto(
  { id, boxes }: { id: string; boxes: readonly Redaction[] },
  actor: Actor,
  { area, store, turns, now }: PhotoVerbNeeds,
): Promise<{ seq: number; photo: Photo }> {
  const seen = await seenPhoto(store.db, area, id, actor)
  if (!mayRedact(actor.roles)) throw new PhotoRefused('role', 'not-allowed', 'Your role paints over no photos.')
  if (seen.redactions.length + boxes.length > MOST_BOXES)
    throw new PhotoRefused('state', 'too-many-boxes', `A photo has at most ${MOST_BOXES} boxes.`)
  const full = await copyOf(store.db, area, id, 'full')
  if (!full) throw noSuchPhoto()
  const { width, height, ...copies } = await turns.take(() => redactCopies(full, boxes))
  const photo = { ...seen, width, height, redactions: [...seen.redactions, ...boxes], version: seen.version + 1 }
  const seq = await store.transaction(area, async (tx) => {
    // Two who paint at once: the later one would bring back what the earlier has covered.
    const standing = await seenPhoto(tx.db, area, id, actor)
    if (standing.version !== seen.version)
      throw new PhotoRefused('state', 'conflict', 'Somebody painted over this photo meanwhile; look at it again.')
    const entry = { at: now().toISOString(), actor: actor.id, kind: 'photo-redacted', reason: null }
    const first = await tx.append([{ ...entry, entity: 'photo', entityId: id, after: photo }])
    await keepPhoto(tx, photo, first, copies)
    return first
  })
  return { seq, photo }
}
