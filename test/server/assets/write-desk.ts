import type { App } from '../../../server/app.ts'
import type { Settings } from '../../../server/settings.ts'
import { type TestCity, type TestCityParts, testCity } from '../../support/test-city.ts'

export const KEY = 'a-key-for-tests-of-at-least-32-characters'

export interface Send {
  method: 'POST' | 'PATCH' | 'DELETE'
  path: string
  body?: unknown
  headers?: Record<string, string>
}

/** What a machine with the key can do. */
export interface Sender {
  send(of: Send): Promise<Response>
  add(body: unknown, headers?: Record<string, string>): Promise<Response>
  /** With the newest ETag unless `headers` say another. */
  patch(id: string, body: unknown, headers?: Record<string, string>): Promise<Response>
  remove(id: string, headers?: Record<string, string>): Promise<Response>
  etag(id: string): Promise<string>
}

export type WriteDesk = TestCity & Sender

export async function writeDesk(parts: TestCityParts = {}, settings: Partial<Settings> = {}): Promise<WriteDesk> {
  const city = await testCity({ ...parts, settings: { writeKey: KEY, ...settings } })
  return { ...city, ...senderTo(city.app) }
}

export function senderTo(app: App): Sender {
  const send: Sender['send'] = async ({ method, path, body, headers = {} }) =>
    app.request(path, {
      method,
      headers: {
        Authorization: `Bearer ${KEY}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const etag: Sender['etag'] = async (id) => (await app.request(`/api/assets/${id}`)).headers.get('ETag') ?? '"0"'
  const matching = async (id: string, headers: Record<string, string> = {}) => ({
    'If-Match': headers['If-Match'] ?? (await etag(id)),
    ...headers,
  })
  return {
    ...{ send, etag },
    add: (body, headers) => send({ method: 'POST', path: '/api/assets', body, headers }),
    patch: async (id, body, headers) =>
      send({ method: 'PATCH', path: `/api/assets/${id}`, body, headers: await matching(id, headers) }),
    remove: async (id, headers) => {
      const path = `/api/assets/${id}?reason=${encodeURIComponent('重复登记')}`
      return send({ method: 'DELETE', path, headers: await matching(id, headers) })
    },
  }
}

/** The problem of a refusal, with its status. */
export async function problem(response: Response): Promise<Record<string, unknown>> {
  const type = response.headers.get('Content-Type')
  if (!type?.startsWith('application/problem+json'))
    throw new Error(`${response.status} ${type}: ${await response.text()}`)
  return response.json() as Promise<Record<string, unknown>>
}
