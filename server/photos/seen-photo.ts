import { caseById } from '../cases/case-store.ts'
import type { Photo } from '../contract/photo.ts'
import type { Actor } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import type { Db } from '../store/schema.ts'
import { PhotoRefused } from './photo-refused.ts'
import { photoById } from './photo-store.ts'

/** A photo of a case that is within what is this person's. Screens see none (W14): a face or a number plate that nobody has painted over yet
 *  would hang where everybody looks. Throws PhotoRefused. */
export async function seenPhoto(db: Db, city: string, id: string, actor: Actor): Promise<Photo> {
  const photo = await photoById(db, city, id)
  const of = photo && (await caseById(db, city, photo.caseId))
  if (!photo || !of || !isInScope(actor.scope, of) || actor.roles.includes('screen')) throw noSuchPhoto()
  return photo
}

export const noSuchPhoto = (): PhotoRefused => new PhotoRefused('absent', 'unknown-photo', 'There is no such photo.')
