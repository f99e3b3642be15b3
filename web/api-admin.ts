import type { NewPerson, Person, PersonPatch } from '../server/contract/person.ts'
import type { ListedScreen, NewScreen, Pairing, Screen } from '../server/contract/screen.ts'
import type { Session } from '../server/contract/session.ts'
import { address, json, request } from './api.ts'
import { newKey, send } from './api-send.ts'

/** Something with the ETag of its state, which a change of it must name. */
export interface Seen<Thing> {
  of: Thing
  etag: string
}

/** Reads something that can be changed. */
export async function seen<Thing>(path: string, signal?: AbortSignal): Promise<Seen<Thing>> {
  const response = await request(path, { headers: { accept: 'application/json' }, signal: signal ?? null })
  return { of: (await response.json()) as Thing, etag: response.headers.get('etag') ?? '*' }
}

/** Every page of a list. */
export async function everyPage<Row>(
  path: string,
  name: string,
  signal?: AbortSignal,
  onPage?: (page: Record<string, unknown>) => void,
): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const page: Record<string, unknown> = await json(address(path, { limit: 500, cursor: cursor ?? undefined }), signal)
    onPage?.(page)
    rows.push(...(page[name] as Row[]))
    cursor = page.next as string | null
  } while (cursor !== null)
  return rows
}

const personAddress = (id: string): string => `/api/people/${encodeURIComponent(id)}`

export const getPeople = (signal?: AbortSignal): Promise<Person[]> => everyPage('/api/people', 'people', signal)

export const getPerson = (id: string, signal?: AbortSignal): Promise<Seen<Person>> => seen(personAddress(id), signal)

export const addPerson = async (given: NewPerson, key: string): Promise<Person> =>
  (await send<Person>('POST', '/api/people', given, { key })).body

export const changePerson = async (id: string, patch: PersonPatch, ifMatch: string): Promise<Person> =>
  (await send<Person>('PATCH', personAddress(id), patch, { ifMatch, key: newKey() })).body

export interface EnterLink {
  url: string
  until: string
}

/** A way in that is good once. The one before no longer lets in. */
export const makeLink = async (id: string): Promise<EnterLink> =>
  (await send<EnterLink>('POST', `${personAddress(id)}/links`, {})).body

export const getPersonSessions = async (id: string, signal?: AbortSignal): Promise<Session[]> =>
  (await json<{ sessions: Session[] }>(`${personAddress(id)}/sessions`, signal)).sessions

export const endPersonSession = async (id: string, session: string): Promise<void> =>
  void (await send('DELETE', `${personAddress(id)}/sessions/${session}`))

/** `onAt`: told the instant of the answer by the server's clock, ISO. */
export const getScreens = (signal?: AbortSignal, onAt?: (at: string) => void): Promise<ListedScreen[]> =>
  everyPage('/api/screens', 'screens', signal, ({ at }) => onAt?.(at as string))

export const pairScreen = async (given: NewScreen, key: string): Promise<Screen> =>
  (await send<Screen>('POST', '/api/screens', given, { key })).body

export const revokeScreen = async (id: string): Promise<Screen> =>
  (await send<Screen>('DELETE', `/api/screens/${encodeURIComponent(id)}`)).body

/** A wall asks to be let in. */
export const askToPair = async (): Promise<Pairing> => (await send<Pairing>('POST', '/api/screens/pairings', {})).body

/** Whether it was; then this browser has the wall's cookie. */
export const collectPairing = async (secret: string): Promise<'waiting' | 'paired'> =>
  (await send<{ state: 'waiting' | 'paired' }>('POST', '/api/screens/pairings/collect', { secret })).body.state
