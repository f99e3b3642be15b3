import { etagOfSeq } from '../http/if-match.ts'
import { Refusal } from '../http/refusals.ts'
import { KeyReused } from '../store/answer-once.ts'
import { type PersonRefusal, PersonRefused } from './person-refused.ts'
import { SignInRefused } from './sign-in-refused.ts'

const STATUS: Record<PersonRefusal, Refusal['status']> = { bad: 400, absent: 404, taken: 409, stale: 412 }

/** What a verb about people or screens throws, as an answer. */
export function refuse(error: unknown): never {
  if (error instanceof KeyReused)
    throw new Refusal(422, 'key-reused', 'This Idempotency-Key stands for another request.', 'Idempotency-Key')
  if (error instanceof SignInRefused) throw refusalOfSignIn(error)
  if (!(error instanceof PersonRefused)) throw error
  const headers: Record<string, string> = error.present === undefined ? {} : { ETag: etagOfSeq(error.present) }
  throw new Refusal(STATUS[error.why], error.code, error.message, undefined, headers)
}

function refusalOfSignIn({ why, seconds }: SignInRefused): Refusal {
  if (why === 'code-needed')
    return new Refusal(401, 'code-needed', 'Send `code` too: the six digits of the authenticator.')
  if (why === 'wrong') return new Refusal(401, 'wrong-sign-in', 'The login name, the password or the code is wrong.')
  const words = `Too many sign-ins failed; the next is looked at in ${seconds} s.`
  return new Refusal(429, 'wait', words, undefined, { 'Retry-After': String(seconds) })
}
