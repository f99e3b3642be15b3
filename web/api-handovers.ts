import type { Handover, HandoverPatch, HandoverSign, NewHandover } from '../server/contract/handover.ts'
import { address, json } from './api.ts'
import { type Seen, seen } from './api-admin.ts'
import { newKey, send } from './api-send.ts'

const handoverAddress = (id: string): string => `/api/handovers/${encodeURIComponent(id)}`

/** The newest first. */
export const getHandovers = async (signal?: AbortSignal): Promise<Handover[]> =>
  (await json<{ handovers: Handover[] }>(address('/api/handovers', { limit: 60 }), signal)).handovers

export const getHandover = (id: string, signal?: AbortSignal): Promise<Seen<Handover>> =>
  seen(handoverAddress(id), signal)

export const openHandover = async (given: Partial<NewHandover>, key: string): Promise<Handover> =>
  (await send<Handover>('POST', '/api/handovers', given, { key })).body

export const changeHandover = async (id: string, patch: HandoverPatch, ifMatch: string): Promise<Handover> =>
  (await send<Handover>('PATCH', handoverAddress(id), patch, { ifMatch, key: newKey() })).body

export const signHandover = async (id: string, sign: HandoverSign, ifMatch: string): Promise<Handover> =>
  (await send<Handover>('POST', `${handoverAddress(id)}/sign`, sign, { ifMatch, key: newKey() })).body
