import type { CleanFirst, Dredging } from '../server/contract/drain.ts'
import { address } from './api.ts'
import { type Asking, slowJson } from './api-asks.ts'

/** More than this the server does not tell at once; all are counted. */
const MOST = 5_000

export const getCleanFirst = (rainMm: number, asking: Asking): Promise<CleanFirst> =>
  slowJson(address('/api/drains/clean-first', { rainMm, limit: MOST }), asking)

export const getDredging = (asking: Asking): Promise<Dredging> =>
  slowJson(address('/api/drains/dredging', { limit: MOST }), asking)
