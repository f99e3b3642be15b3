import { randomUUID } from 'node:crypto'
import { Problem } from '../../server/contract/problem.ts'
import type { Post, Role, Scope } from '../../server/contract/role.ts'
import { addPerson } from '../../server/people/add-person.ts'
import { startSession } from '../../server/people/start-session.ts'
import { addScreen } from '../../server/screens/add-screen.ts'
import type { Store } from '../../server/store/store.ts'
import { SUO } from './entries.ts'

/** Somebody at a browser. */
export interface Client {
  /** `person:…` or `screen:…`, as in the log; empty for a guest. */
  id: string
  /** Of the request header, `gridkeeper=…`. */
  cookie: string
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  delete(path: string, headers?: Record<string, string>): Promise<Response>
  /** The body of a 200. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says itself what it expects of the answer.
  json(path: string, headers?: Record<string, string>): Promise<any>
  /** The problem that a bad request gets, checked to be one. */
  refusal(path: string): Promise<Problem>
  /** The same of any answer. */
  problem(response: Response | Promise<Response>): Promise<Problem>
}

type Fetch = (path: string, init: RequestInit) => Response | Promise<Response>

export function client(fetch: Fetch, cookie = '', id = ''): Client {
  const request: Client['request'] = async (method, path, body, headers = {}) => {
    const all: Record<string, string> = { ...(cookie ? { Cookie: cookie } : {}), ...headers }
    if (body !== undefined && all['Content-Type'] === undefined) all['Content-Type'] = 'application/json'
    return fetch(path, { method, headers: all, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  }
  const get: Client['get'] = (path, headers) => request('GET', path, undefined, headers)
  return {
    ...{ id, cookie, request, get },
    post: (path, body = {}, headers) => request('POST', path, body, headers),
    put: (path, body, headers) => request('PUT', path, body, headers),
    patch: (path, body, headers) => request('PATCH', path, body, headers),
    delete: (path, headers) => request('DELETE', path, undefined, headers),
    async json(path, headers) {
      const response = await get(path, headers)
      if (response.status !== 200) throw new Error(`${path} answers ${response.status}: ${await response.text()}`)
      return response.json()
    },
    refusal: async (path) => problemIn(await get(path)),
    problem: async (response) => problemIn(await response),
  }
}

async function problemIn(response: Response): Promise<Problem> {
  const type = response.headers.get('Content-Type') ?? ''
  if (response.status < 400 || response.status >= 500 || !type.startsWith('application/problem+json')) {
    throw new Error(`answers ${response.status} ${type}: ${(await response.text()).slice(0, 200)}`)
  }
  return Problem.parse(await response.json())
}

const WHOLE_CITY: Scope = { areas: [SUO], contractor: null, crewId: null }
const FROM = { address: '127.0.0.1', browser: 'test' }

/** Somebody with these posts, or a wall, signed in by a session of their own; nothing waits to be set up. */
export async function signedIn(
  { store, now }: { store: Store; now: () => Date },
  fetch: Fetch,
  roles: readonly Role[],
  scope: Partial<Scope> = {},
): Promise<Client> {
  const name = roles.join('+')
  const writer = { actor: 'made:test', once: undefined }
  const at = now().toISOString()
  const needs = { area: SUO, store, now }
  const person = {
    ...{
      login: `test-${randomUUID().slice(0, 8)}`,
      name,
      roles: roles.filter((role): role is Post => role !== 'screen'),
    },
    ...{ scope: { ...WHOLE_CITY, ...scope }, demo: true },
  }
  const actor = roles.includes('screen')
    ? `screen:${(await store.transaction(SUO, (tx) => addScreen(tx, name, { actor: 'made:test', at }))).screen.id}`
    : `person:${(await addPerson(person, writer, needs)).person.id}`
  const session = { actor, means: roles.includes('screen') ? ('pairing' as const) : ('link' as const), from: FROM }
  const token = await store.transaction(SUO, (tx) => startSession(tx, { ...session, nowMs: now().getTime() }))
  return client(fetch, `gridkeeper=${token}`, actor)
}
