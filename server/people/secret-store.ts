import { noteKey } from '../store/open-keys.ts'
import type { Db } from '../store/schema.ts'
import type { Keys } from '../store/seal.ts'
import type { Tx } from '../store/store.ts'

/** What only a person knows. */
export interface Secrets {
  /** argon2id; null before the first. */
  password: string | null
  /** Base32 secret of the authenticator; and one that waits for its first code. */
  totp: string | null
  totpWaiting: string | null
  /** The last time step whose code was taken. */
  totpStep: number
  /** Hashes of the recovery codes that are left. */
  recovery: string[]
}

export const NO_SECRETS: Secrets = { password: null, totp: null, totpWaiting: null, totpStep: 0, recovery: [] }

/** In clear. Throws CannotUnseal. */
export async function secretsOf(db: Db, keys: Keys, city: string, personId: string): Promise<Secrets> {
  const row = await db
    .selectFrom('person_secrets')
    .select(['password', 'totp_step as totpStep', 'recovery'])
    .where('city', '=', city)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) return NO_SECRETS
  const { totp, waiting: totpWaiting } = await authenticatorOf(db, keys, city, personId)
  return { ...row, totp, totpWaiting, recovery: JSON.parse(row.recovery) as string[] }
}

/** What a person has set up. */
export interface SetUp {
  password: boolean
  secondFactor: boolean
}

/** Asked with every session that is read: nothing is opened. */
export async function setUpOf(db: Db, city: string, personId: string): Promise<SetUp> {
  const row = await db
    .selectFrom('person_secrets')
    .select('password')
    .where('city', '=', city)
    .where('id', '=', personId)
    .executeTakeFirst()
  const secondFactor = (await sealedOnes(db, city, personId)).has(personId)
  return { password: typeof row?.password === 'string', secondFactor }
}

/** Throws BadDataKey. */
export async function keepSecrets(tx: Tx, keys: Keys, personId: string, of: Secrets): Promise<void> {
  const { password, totpStep: totp_step } = of
  const row = { city: tx.city, id: personId, password, totp_step, recovery: JSON.stringify(of.recovery) }
  await tx.write('person_secrets', [{ ...row, totp: null, totp_waiting: null }], 'replace')
  await keepAuthenticator(tx, keys, personId, { totp: of.totp, waiting: of.totpWaiting })
}

const TABLE = 'authenticators'
const waitingId = (personId: string): string => `${personId}:waiting`

/** Base32 secrets: of the authenticator in use, and of one that waits for its first code. */
export interface Authenticator {
  totp: string | null
  waiting: string | null
}

interface Sealed {
  key_id: string
  sealed: Buffer
}

/** By row id: the person's, and that of the one that waits. */
async function sealedOnes(db: Db, city: string, personId: string): Promise<ReadonlyMap<string, Sealed>> {
  const rows = await db
    .selectFrom(TABLE)
    .select(['id', 'key_id', 'sealed'])
    .where('city', '=', city)
    .where('id', 'in', [personId, waitingId(personId)])
    .execute()
  return new Map(rows.map(({ id, ...sealed }) => [id, sealed]))
}

/** In clear. Throws CannotUnseal. */
async function authenticatorOf(db: Db, keys: Keys, city: string, personId: string): Promise<Authenticator> {
  const rows = await sealedOnes(db, city, personId)
  const open = (id: string): string | null => {
    const row = rows.get(id)
    return row ? keys.unseal(row.key_id, row.sealed, { city, table: TABLE, id }).toString('utf8') : null
  }
  return { totp: open(personId), waiting: open(waitingId(personId)) }
}

/** In place of what was there. Throws BadDataKey. */
export async function keepAuthenticator(tx: Tx, keys: Keys, personId: string, of: Authenticator): Promise<void> {
  await forgetAuthenticator(tx, personId)
  const secrets: [id: string, secret: string | null][] = [
    [personId, of.totp],
    [waitingId(personId), of.waiting],
  ]
  const rows = secrets.flatMap(([id, secret]) => {
    if (secret === null) return []
    const sealed = keys.seal(Buffer.from(secret), { city: tx.city, table: TABLE, id })
    return [{ city: tx.city, id, key_id: keys.id, sealed }]
  })
  if (rows.length === 0) return
  await noteKey(tx, keys)
  await tx.write(TABLE, rows, 'fail')
}

async function forgetAuthenticator(tx: Tx, personId: string): Promise<void> {
  await tx.db
    .deleteFrom(TABLE)
    .where('city', '=', tx.city)
    .where('id', 'in', [personId, waitingId(personId)])
    .execute()
}

/** What is sealed for another city opens in no row of this one: it is sealed anew. Throws CannotUnseal, BadDataKey. */
export async function moveAuthenticators(tx: Tx, keys: Keys, from: string): Promise<void> {
  const rows = await tx.db.selectFrom(TABLE).selectAll().where('city', '=', from).execute()
  if (rows.length === 0) return
  await noteKey(tx, keys)
  const moved = rows.map(({ id, key_id, sealed }) => {
    const plain = keys.unseal(key_id, sealed, { city: from, table: TABLE, id })
    const anew = keys.seal(plain, { city: tx.city, table: TABLE, id })
    return { city: tx.city, id, key_id: keys.id, sealed: anew }
  })
  await tx.write(TABLE, moved, 'fail')
  await tx.db.deleteFrom(TABLE).where('city', '=', from).execute()
}
