import { createHash } from 'node:crypto'
import type { Case } from '../../contract/case.ts'
import { type Photo, type PhotoPhase, type PhotoRule, warningsOf } from '../../contract/photo.ts'
import { decodePhoto } from '../../photos/make-copies.ts'
import { keepOriginal, keepPhoto } from '../../photos/photo-store.ts'
import { readTaken } from '../../photos/read-taken.ts'
import { noteKey } from '../../store/open-keys.ts'
import type { Keys } from '../../store/seal.ts'
import { drawPhoto } from '../draw-photo.ts'
import type { PastBook } from './past-book.ts'

export interface PastPhotoNeeds {
  keys: Keys
  rule: PhotoRule
}

/** A made-up picture with a case, as of an instant: the same rows as of addPhoto. Returns the case with it. */
export async function bookPhoto(
  book: PastBook,
  of: Case,
  { phase, actor, at }: { phase: PhotoPhase; actor: string; at: string },
  { keys, rule }: PastPhotoNeeds,
): Promise<Case> {
  const bytes = await drawPhoto(of, Date.parse(at), phase)
  const decoded = await decodePhoto(bytes)
  const id = idOf(`${of.id} ${phase} ${at}`)
  const warnings = warningsOf(readTaken(decoded.exif), phase, of, rule, Date.parse(at))
  const after = { ...of, photos: [...of.photos, { id, phase, addedAt: at, by: actor, warnings }] }
  book.step({ at, actor, kind: 'case-photo-added', reason: null, after })
  const { width, height, format } = decoded
  const photo: Photo = { id, caseId: of.id, phase, width, height, redactions: [], version: 1 }
  const index = book.row({ at, actor, kind: 'photo-added', entity: 'photo', after: photo, reason: null })
  book.afterwards(async (first) => {
    await keepPhoto(book.tx, photo, first + index, decoded)
    await noteKey(book.tx, keys)
    await keepOriginal(book.tx, keys, { id, caseId: of.id, format, bytes, at: new Date(at) })
  })
  return after
}

/** Looks like every photo's, and is the same whenever the past is made anew. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
