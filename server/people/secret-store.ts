import type { Db } from '../store/schema.ts'
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

export async function secretsOf(db: Db, city: string, personId: string): Promise<Secrets> {
  const row = await db
    .selectFrom('person_secrets')
    .select(['password', 'totp', 'totp_waiting', 'totp_step', 'recovery'])
    .where('city', '=', city)
    .where('id', '=', personId)
    .executeTakeFirst()
  if (!row) return NO_SECRETS
  const { totp_waiting: totpWaiting, totp_step: totpStep, recovery, ...rest } = row
  return { ...rest, totpWaiting, totpStep, recovery: JSON.parse(recovery) as string[] }
}

export function keepSecrets(tx: Tx, personId: string, of: Secrets): Promise<void> {
  const { totpWaiting: totp_waiting, totpStep: totp_step, recovery, ...rest } = of
  const row = { city: tx.city, id: personId, ...rest, totp_waiting, totp_step, recovery: JSON.stringify(recovery) }
  return tx.write('person_secrets', [row], 'replace')
}
