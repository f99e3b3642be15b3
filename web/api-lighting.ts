import type {
  DimmingAsked,
  DimmingSaving,
  LightingRules,
  LightingYear,
  LitRate,
  PatrolAsked,
  PatrolRoute,
  SwitchOffsets,
} from '../server/contract/lighting.ts'
import { address, json } from './api.ts'
import { send } from './api-send.ts'

const patrolAt = (id: string): string => `/api/lighting/patrols/${encodeURIComponent(id)}`

/** @param rule id of one; undefined for the one that holds here */
export const getLitRate = (rule: string | undefined, signal?: AbortSignal): Promise<LitRate> =>
  json(address('/api/lighting/rate', { rule }), signal)

export const getLightingRules = (signal?: AbortSignal): Promise<LightingRules> => json('/api/lighting/rules', signal)

export const getLightingYear = (year: number, offsets: SwitchOffsets, signal?: AbortSignal): Promise<LightingYear> =>
  json(address('/api/lighting/year', { year, ...offsets }), signal)

/** What turning down saves in a year; nothing is changed. */
export const tryDimming = async (asked: DimmingAsked): Promise<DimmingSaving> =>
  (await send<DimmingSaving>('POST', '/api/lighting/dimming', asked)).body

/** Begins to lay out a patrol; one at a time for each person. */
export const startPatrol = async (asked: PatrolAsked): Promise<PatrolRoute> =>
  (await send<PatrolRoute>('POST', '/api/lighting/patrols', asked)).body

export const getPatrol = (id: string, signal?: AbortSignal): Promise<PatrolRoute> => json(patrolAt(id), signal)

export const stopPatrol = async (id: string): Promise<PatrolRoute> =>
  (await send<PatrolRoute>('DELETE', patrolAt(id))).body
