import { TOTP } from 'otpauth'
import type { Post, Scope } from '../../../server/contract/role.ts'
import { addPerson } from '../../../server/people/add-person.ts'
import { makeLink } from '../../../server/people/make-link.ts'
import { type Client, client } from '../../support/client.ts'
import { SUO } from '../../support/entries.ts'
import type { TestCity } from '../../support/test-city.ts'

export const PASSWORD = '一个够长的口令 a1'

/** A clock that a test moves. */
export function clock(start = '2026-05-01T12:00:00.000+08:00') {
  let ms = Date.parse(start)
  return {
    now: () => new Date(ms),
    pass: (minutes: number) => {
      ms += minutes * 60_000
    },
  }
}

const needsOf = (city: TestCity, now: () => Date) => ({ area: SUO, store: city.store, now })

/** A real person, not one of the demo, and a one-time link for them. */
export async function invited(
  city: TestCity,
  now: () => Date,
  of: { login?: string; roles?: Post[]; scope?: Scope } = {},
): Promise<{ id: string; token: string }> {
  const { login = 'zhaxi', roles = ['acceptor'], scope } = of
  const writer = { actor: 'made:test', once: undefined }
  const { person } = await addPerson({ login, name: '扎西', roles, scope }, writer, needsOf(city, now))
  const { token } = await makeLink(person.id, 'made:test', needsOf(city, now))
  return { id: person.id, token }
}

/** The cookie that an answer gives, as a browser sends it back. */
export const cookieIn = (response: Response): string => response.headers.getSetCookie().at(-1)?.split(';')[0] ?? ''

/** A browser that has this cookie. */
export const browser = (city: TestCity, cookie = ''): Client =>
  client((path, init) => city.app.request(path, init), cookie)

/** Comes in by a link and sets a password; the browser that did. */
export async function withPassword(city: TestCity, token: string, password = PASSWORD): Promise<Client> {
  const entered = browser(city, cookieIn(await city.get(`/enter/${token}`)))
  return browser(city, cookieIn(await entered.patch('/api/me/password', { password })))
}

export const signIn = (city: TestCity, body: object, headers: Record<string, string> = {}): Promise<Response> =>
  city.guest.post('/api/session', { login: 'zhaxi', password: PASSWORD, ...body }, headers)

/** What the authenticator shows. */
export const codeAt = (secret: string, now: Date): string =>
  new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: 30 }).generate({ timestamp: now.getTime() })
