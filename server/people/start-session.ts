import type { Means } from '../contract/session.ts'
import type { Tx } from '../store/store.ts'
import { keepSession } from './session-store.ts'
import { hashOf, newToken } from './token.ts'

/** From where somebody comes in, as the list of sessions shows it. */
export interface From {
  address: string
  browser: string
}

const LONGEST_BROWSER = 200

/** Lets an actor (`person:…`, `screen:…`) in; the token for the cookie. Always a new one: a token that was there before signing in is
 *  never one of somebody. */
export async function startSession(
  tx: Tx,
  { actor, means, nowMs, from }: { actor: string; means: Means; nowMs: number; from: From },
): Promise<string> {
  const token = newToken()
  const browser = from.browser.slice(0, LONGEST_BROWSER)
  await keepSession(tx, { id: hashOf(token), actor, means, madeMs: nowMs, seenMs: nowMs, ...from, browser })
  return token
}
