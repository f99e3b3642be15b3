import { randomUUID } from 'node:crypto'
import { caseById } from '../cases/case-store.ts'
import { writeCaseStep } from '../cases/write-case-step.ts'
import { type Case, CasePhoto, ENDED } from '../contract/case.ts'
import { mayAddPhoto, type Photo, type PhotoPhase, type PhotoRule, warningsOf } from '../contract/photo.ts'
import type { Actor } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import { answerOnce, type Once } from '../store/answer-once.ts'
import { noteKey } from '../store/open-keys.ts'
import type { Keys } from '../store/seal.ts'
import type { Store, Tx } from '../store/store.ts'
import type { DecodeTurns } from './decode-turns.ts'
import { type DecodedPhoto, decodePhoto } from './make-copies.ts'
import { PhotoRefused } from './photo-refused.ts'
import { keepOriginal, keepPhoto } from './photo-store.ts'
import { readTaken } from './read-taken.ts'

/** More tell nothing more of one problem. */
const MOST_PHOTOS = 40

export interface PhotoVerbNeeds {
  /** 6-digit area code of the city. */
  area: string
  store: Pick<Store, 'db' | 'transaction'>
  keys: Keys
  rule: PhotoRule
  turns: DecodeTurns
  now: () => Date
}

/** Why this person may not add such a photo to the case as it stands. */
export function photoRefusalOf(of: Case | undefined, phase: PhotoPhase, actor: Actor): PhotoRefused | undefined {
  if (!of || !isInScope(actor.scope, of)) return new PhotoRefused('absent', 'unknown-case', 'There is no such case.')
  if (!mayAddPhoto(actor.roles, phase))
    return new PhotoRefused('role', 'not-allowed', `Your role adds no "${phase}" photos.`)
  if (ENDED.includes(of.status))
    return new PhotoRefused('state', 'conflict', `The case has ended (${of.status}): it takes no more photos.`)
  if (of.photos.length >= MOST_PHOTOS)
    return new PhotoRefused('state', 'too-many-photos', `A case has at most ${MOST_PHOTOS} photos.`)
  return undefined
}

/** Adds a photo to a case: the copy that is shown, the original sealed apart, and the step in the log, in one transaction. The bytes stand in the
 *  database, not in files: they commit with the case, come with its backup, and every node has them. `again`: it was done before, under
 *  the same key. Throws PhotoRefused, KeyReused, BadDataKey. */
export async function addPhoto(
  { caseId, phase, bytes }: { caseId: string; phase: PhotoPhase; bytes: Buffer },
  { actor, once }: { actor: Actor; once: Once | undefined },
  { area, store, keys, rule, turns, now }: PhotoVerbNeeds,
): Promise<{ seq: number; photo: CasePhoto; again: boolean }> {
  const decoded = await turns.take(() => decodePhoto(bytes))
  const taken = readTaken(decoded.exif)
  const { answer, again } = await store.transaction(area, (tx) =>
    answerOnce(tx, once, async () => {
      const at = now()
      const warningsFor = (of: Case) => warningsOf(taken, phase, of, rule, at.getTime())
      const { seq, photo } = await stepOf(tx, { caseId, phase, actor, at }, warningsFor)
      await putDown(tx, photo, caseId, decoded)
      await noteKey(tx, keys)
      await keepOriginal(tx, keys, { id: photo.id, caseId, format: decoded.format, bytes, at })
      return { seq, photo }
    }),
  )
  return { seq: answer.seq, photo: CasePhoto.parse(answer.photo), again }
}

/** The step of the case: it has one photo more. */
async function stepOf(
  tx: Tx,
  { caseId, phase, actor, at }: { caseId: string; phase: PhotoPhase; actor: Actor; at: Date },
  warningsFor: (of: Case) => CasePhoto['warnings'],
): Promise<{ seq: number; photo: CasePhoto }> {
  const refusal = photoRefusalOf(await caseById(tx.db, tx.city, caseId), phase, actor)
  if (refusal) throw refusal
  const stamp = { id: randomUUID(), phase, addedAt: at.toISOString(), by: actor.id }
  const by = { at: stamp.addedAt, actor: actor.id, kind: 'case-photo-added', reason: null }
  const { seq, case: after } = await writeCaseStep(tx, caseId, by, (of) => ({
    ...of,
    photos: [...of.photos, { ...stamp, warnings: warningsFor(of) }],
  }))
  return { seq, photo: CasePhoto.parse(after.photos.at(-1)) }
}

async function putDown(tx: Tx, { id, phase, by: actor, addedAt: at }: CasePhoto, caseId: string, of: DecodedPhoto) {
  const photo: Photo = { id, caseId, phase, width: of.width, height: of.height, redactions: [], version: 1 }
  const row = { at, actor, kind: 'photo-added', entity: 'photo' as const, entityId: id, after: photo, reason: null }
  await keepPhoto(tx, photo, await tx.append([row]), of)
}
