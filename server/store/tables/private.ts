import { type Kysely, type RawBuilder, sql } from 'kysely'
import { index, table, whole } from '../make-table.ts'

/** Personal data and photos: apart from the log, so that they can be deleted on their day. What is sealed is bytes of store/seal.ts. */
export interface PrivateSchema {
  private_keys: PrivateKeyTable
  complainants: ComplainantTable
  photos: PhotoTable
  photo_copies: PhotoCopyTable
  photo_originals: PhotoOriginalTable
}

/** Which keys sealed rows of a city are under: who has not got all of them cannot serve it. */
export interface PrivateKeyTable {
  city: string
  key_id: string
}

export interface ComplainantTable {
  city: string
  report_id: string
  case_id: string
  key_id: string
  /** Name and phone. */
  sealed: Buffer
  kept_ms: number
}

export interface PhotoTable {
  city: string
  id: string
  case_id: string
  /** JSON, the whole Photo. */
  state: string
  seq: number
}

/** What is shown: no EXIF, redacted where somebody said so. */
export interface PhotoCopyTable {
  city: string
  id: string
  size: 'full' | 'thumbnail'
  /** JPEG. */
  bytes: Buffer
}

/** As the camera made it. */
export interface PhotoOriginalTable {
  city: string
  id: string
  case_id: string
  key_id: string
  /** `jpeg`, `png`, `webp`. */
  format: string
  sealed: Buffer
  kept_ms: number
}

// PostgreSQL's name; a column of any type keeps bytes as they are on SQLite. Both give back a Buffer.
const bytes = sql`bytea`

export async function makePrivateTables(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await table(db, 'private_keys', { required: { city: text, key_id: text }, key: ['city', 'key_id'] })
  await table(db, 'complainants', {
    required: { city: text, report_id: text, case_id: text, key_id: text, sealed: bytes, kept_ms: whole },
    key: ['city', 'report_id'],
  })
  await index(db, 'complainants', 'kept_ms', 'report_id')
  await table(db, 'photos', {
    required: { city: text, id: text, case_id: text, state: text, seq: whole },
    key: ['city', 'id'],
  })
  await table(db, 'photo_copies', {
    required: { city: text, id: text, size: text, bytes },
    key: ['city', 'id', 'size'],
  })
  await table(db, 'photo_originals', {
    required: { city: text, id: text, case_id: text, key_id: text, format: text, sealed: bytes, kept_ms: whole },
    key: ['city', 'id'],
  })
  await index(db, 'photo_originals', 'kept_ms', 'id')
}
