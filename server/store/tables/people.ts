import type { Kysely, RawBuilder } from 'kysely'
import { index, table, whole } from '../make-table.ts'

export interface PersonTable {
  city: string
  id: string
  login: string
  /** JSON, the whole Person. */
  state: string
  seq: number
}

/** What only a person knows, apart from the person, who stands in the log. */
export interface PersonSecretTable {
  city: string
  /** The person's id. */
  id: string
  /** argon2id, in PHC form; null before the first. */
  password: string | null
  /** Null: the authenticator's secret is sealed in `authenticators`. Earlier versions kept it here, in
   *  clear; a start seals what they left. */
  totp: string | null
  totp_waiting: string | null
  /** The last time step whose code was taken: no code is taken twice. */
  totp_step: number
  /** JSON, SHA-256 of each recovery code that is left. */
  recovery: string
}

export interface SessionTable {
  city: string
  /** SHA-256 of the token in the cookie, in hex. */
  id: string
  /** `person:…` or `screen:…`. */
  actor: string
  means: string
  made_ms: number
  seen_ms: number
  address: string
  browser: string
}

/** A one-time address. */
export interface EntryLinkTable {
  city: string
  /** SHA-256 of the token in the address, in hex. */
  id: string
  person_id: string
  made_ms: number
  until_ms: number
  used_ms: number | null
}

/** Failed sign-ins in a row, of a login name or from an address. */
export interface SignInFailureTable {
  city: string
  /** SHA-256 in hex: what was typed as a login name may be a password. */
  id: string
  failures: number
  last_ms: number
}

export interface ScreenTable {
  city: string
  id: string
  paired_ms: number
  /** JSON, the whole Screen. */
  state: string
  seq: number
}

/** A wall that asks to be let in. */
export interface PairingTable {
  city: string
  /** SHA-256 of its secret, in hex. */
  id: string
  code: string
  until_ms: number
  /** Once an admin has let it in. */
  screen_id: string | null
}

export async function makePeopleTables(db: Kysely<unknown>, text: RawBuilder<unknown>): Promise<void> {
  await table(db, 'people', {
    required: { city: text, id: text, login: text, state: text, seq: whole },
    key: ['city', 'id'],
  })
  await db.schema.createIndex('people_login').on('people').columns(['city', 'login']).unique().execute()
  await table(db, 'person_secrets', {
    required: { city: text, id: text, totp_step: whole, recovery: text },
    optional: { password: text, totp: text, totp_waiting: text },
    key: ['city', 'id'],
  })
  await table(db, 'sessions', {
    required: {
      ...{ city: text, id: text, actor: text, means: text, made_ms: whole, seen_ms: whole },
      ...{ address: text, browser: text },
    },
    key: ['city', 'id'],
  })
  await index(db, 'sessions', 'actor')
  await table(db, 'entry_links', {
    required: { city: text, id: text, person_id: text, made_ms: whole, until_ms: whole },
    optional: { used_ms: whole },
    key: ['city', 'id'],
  })
  await index(db, 'entry_links', 'person_id')
  await table(db, 'sign_in_failures', {
    required: { city: text, id: text, failures: whole, last_ms: whole },
    key: ['city', 'id'],
  })
  await table(db, 'screens', {
    required: { city: text, id: text, paired_ms: whole, state: text, seq: whole },
    key: ['city', 'id'],
  })
  await table(db, 'pairings', {
    required: { city: text, id: text, code: text, until_ms: whole },
    optional: { screen_id: text },
    key: ['city', 'id'],
  })
  await index(db, 'pairings', 'code')
}
