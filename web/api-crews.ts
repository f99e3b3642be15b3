import type { CrewPatch, NewCrew } from '../server/contract/crew.ts'
import { address, json } from './api.ts'
import { type Seen, seen } from './api-admin.ts'
import type { CrewCard } from './api-cases.ts'
import { newKey, send } from './api-send.ts'

export type { CrewCard }

const crewAddress = (id: string): string => `/api/crews/${encodeURIComponent(id)}`

/** Those on duty first; with those that have ended. */
export const getAllCrews = async (signal?: AbortSignal): Promise<CrewCard[]> =>
  (await json<{ crews: CrewCard[] }>(address('/api/crews', { ended: 'true' }), signal)).crews

export const getCrew = (id: string, signal?: AbortSignal): Promise<Seen<CrewCard>> => seen(crewAddress(id), signal)

export const addCrew = async (given: NewCrew, key: string): Promise<CrewCard> =>
  (await send<CrewCard>('POST', '/api/crews', given, { key })).body

export const changeCrew = async (id: string, patch: CrewPatch, ifMatch: string): Promise<CrewCard> =>
  (await send<CrewCard>('PATCH', crewAddress(id), patch, { ifMatch, key: newKey() })).body

export const setDuty = async (id: string, onDuty: boolean): Promise<CrewCard> =>
  (await send<CrewCard>('PUT', `${crewAddress(id)}/duty`, { onDuty }, { key: newKey() })).body
