import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { Refusal } from './refusals.ts'

const CHALLENGE = 'Bearer realm="gridkeeper"'

/** Passes a request that comes with the key of the setting WRITE_KEY (RFC 6750): 401 for a missing or wrong one, 403 where none is set. */
export function writeKeyCheck(writeKey: string | undefined): (c: Context) => void {
  const wanted = writeKey === undefined ? undefined : digestOf(writeKey)
  return (c) => {
    const given = /^Bearer +(\S+) *$/i.exec(c.req.header('Authorization') ?? '')?.[1]
    if (!wanted)
      throw new Refusal(
        403,
        'writes-closed',
        'This server takes no writes by machines: set WRITE_KEY (at least 32 characters), start it again, and send "Authorization: Bearer <that key>"; or sign in.',
      )
    if (given === undefined)
      throw new Refusal(401, 'no-key', 'Sign in, or send the key: "Authorization: Bearer <WRITE_KEY>".', undefined, {
        'WWW-Authenticate': CHALLENGE,
      })
    // Of digests, because they have one length: the time tells nothing of where, or whether in length, a guess is wrong.
    if (!timingSafeEqual(digestOf(given), wanted))
      throw new Refusal(401, 'wrong-key', 'This is not the key of this server.', undefined, {
        'WWW-Authenticate': `${CHALLENGE}, error="invalid_token"`,
      })
  }
}

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
