import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import type { Secrets } from './secret-store.ts'
import { hashOf } from './token.ts'

const PERIOD_S = 30
// A code of the step before or after is taken: a phone's clock goes wrong by so much (RFC 6238, 5.2).
const STEPS_AROUND = 1
const RECOVERY_CODES = 8
/** No letter or digit that is read as another. */
const RECOVERY_ALPHABET = 'ACDEFGHJKMNPQRTUVWXY34679'

const totpOf = (secret: string, login: string): TOTP =>
  // What every authenticator app takes: SHA-1, 6 digits, 30 s.
  new TOTP({
    issuer: 'Gridkeeper',
    label: login,
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_S,
    secret: Secret.fromBase32(secret),
  })

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** otpauth://…, as the picture for the phone carries it. */
export const totpUri = (secret: string, login: string): string => totpOf(secret, login).toString()

/** The time step whose code it is; undefined for a wrong one. */
export function stepOf(secret: string, code: string, nowMs: number): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totpOf(secret, '').validate({ token, window: STEPS_AROUND, timestamp: nowMs })
  return delta === null ? undefined : Math.floor(nowMs / 1000 / PERIOD_S) + delta
}

/** What is left of the secrets once this code of the authenticator, or this recovery code, is used; undefined for a wrong or used one. */
export function spendCode(secrets: Secrets, code: string, nowMs: number): Secrets | undefined {
  const step = secrets.totp === null ? undefined : stepOf(secrets.totp, code, nowMs)
  if (step !== undefined) return step > secrets.totpStep ? { ...secrets, totpStep: step } : undefined
  const used = hashOf(plainRecovery(code))
  if (!secrets.recovery.includes(used)) return undefined
  return { ...secrets, recovery: secrets.recovery.filter((one) => one !== used) }
}

/** For the day on which the phone is lost: shown once, kept as hashes. */
export function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const letter = (): string => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)] ?? ''
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    Array.from({ length: 12 }, (_, at) => (at % 4 === 0 && at > 0 ? `-${letter()}` : letter())).join(''),
  )
  return { codes, hashes: codes.map((code) => hashOf(plainRecovery(code))) }
}

const plainRecovery = (code: string): string => code.toUpperCase().replace(/[\s-]/g, '')
