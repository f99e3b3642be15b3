import { Photo } from '../contract/photo.ts'
import type { Db } from '../store/schema.ts'
import type { Keys } from '../store/seal.ts'
import type { Tx } from '../store/store.ts'
import type { PhotoCopyTable } from '../store/tables/private.ts'

export type CopySize = PhotoCopyTable['size']

const ORIGINALS = 'photo_originals'

export async function photoById(db: Db, city: string, id: string): Promise<Photo | undefined> {
  const row = await db
    .selectFrom('photos')
    .select('state')
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && Photo.parse(JSON.parse(row.state))
}

/** JPEG bytes. */
export async function copyOf(db: Db, city: string, id: string, size: CopySize): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('photo_copies')
    .select('bytes')
    .where('city', '=', city)
    .where('id', '=', id)
    .where('size', '=', size)
    .executeTakeFirst()
  return row?.bytes
}

/** Puts down a photo and its copies as they are from log row `seq` on. */
export async function keepPhoto(
  tx: Tx,
  photo: Photo,
  seq: number,
  { full, thumbnail }: { full: Buffer; thumbnail: Buffer },
): Promise<void> {
  const { city } = tx
  const row = { city, id: photo.id, case_id: photo.caseId, state: JSON.stringify(photo), seq }
  await tx.write('photos', [row], 'replace')
  await tx.write(
    'photo_copies',
    [
      { city, id: photo.id, size: 'full', bytes: full },
      { city, id: photo.id, size: 'thumbnail', bytes: thumbnail },
    ],
    'replace',
  )
}

/** Sealed for its photo alone. */
export async function keepOriginal(
  tx: Tx,
  keys: Keys,
  { id, caseId, format, bytes, at }: { id: string; caseId: string; format: string; bytes: Buffer; at: Date },
): Promise<void> {
  const sealed = keys.seal(bytes, { city: tx.city, table: ORIGINALS, id })
  const row = { city: tx.city, id, case_id: caseId, key_id: keys.id, format, sealed, kept_ms: at.getTime() }
  await tx.write(ORIGINALS, [row], 'fail')
}

/** As the camera made it; undefined once its day has come. Throws CannotUnseal. */
export async function originalOf(
  db: Db,
  keys: Keys,
  city: string,
  id: string,
): Promise<{ bytes: Buffer; format: string } | undefined> {
  const row = await db
    .selectFrom(ORIGINALS)
    .select(['key_id', 'format', 'sealed'])
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { format: row.format, bytes: keys.unseal(row.key_id, row.sealed, { city, table: ORIGINALS, id }) }
}

/** Originals older than `before`, in the order of age, behind `after`. */
export function originalsKeptBefore(
  db: Db,
  city: string,
  { before, after, limit }: { before: string; after: { ms: number; id: string }; limit: number },
): Promise<{ id: string; caseId: string; ms: number }[]> {
  return db
    .selectFrom(ORIGINALS)
    .select(['id', 'case_id as caseId', 'kept_ms as ms'])
    .where('city', '=', city)
    .where('kept_ms', '<', Date.parse(before))
    .where(({ or, and, eb }) =>
      or([eb('kept_ms', '>', after.ms), and([eb('kept_ms', '=', after.ms), eb('id', '>', after.id)])]),
    )
    .orderBy('kept_ms')
    .orderBy('id')
    .limit(limit)
    .execute()
}

/** Returns how many there were. */
export async function forgetOriginals(tx: Tx, ids: readonly string[]): Promise<number> {
  if (!ids.length) return 0
  const { numDeletedRows } = await tx.db
    .deleteFrom(ORIGINALS)
    .where('city', '=', tx.city)
    .where('id', 'in', ids)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
