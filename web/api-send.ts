import { request } from './api.ts'

export interface Sent<Answer> {
  body: Answer
  headers: Headers
}

export interface SendOptions {
  /** Of one wish of the person: sent again after a break of the network it is done once. */
  key?: string
  ifMatch?: string
}

/** Changes something. Throws Refusal. The body of a 204 is undefined. */
export async function send<Answer>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  { key, ifMatch }: SendOptions = {},
): Promise<Sent<Answer>> {
  const headers = {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
  }
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const response = await request(path, init)
  const said = response.status === 204 ? undefined : ((await response.json()) as Answer)
  return { body: said as Answer, headers: response.headers }
}

/** A word for one wish. `crypto.randomUUID` is missing where the page came over plain HTTP from another machine. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
