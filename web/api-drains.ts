import type { CleanFirst, Dredging } from '../server/contract/drain.ts'
import { address, json } from './api.ts'

/** More than this the server does not tell at once; all are counted. */
const MOST = 5_000

export const getCleanFirst = (rainMm: number, signal?: AbortSignal): Promise<CleanFirst> =>
  json(address('/api/drains/clean-first', { rainMm, limit: MOST }), signal)

export const getDredging = (signal?: AbortSignal): Promise<Dredging> =>
  json(address('/api/drains/dredging', { limit: MOST }), signal)
