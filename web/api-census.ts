import type { CensusQuality } from '../server/contract/census.ts'
import { address } from './api.ts'
import { type Asking, slowJson } from './api-asks.ts'

export const getCensusQuality = (asking: Asking): Promise<CensusQuality> =>
  slowJson(address('/api/census/quality', { limit: 2_000 }), asking)
