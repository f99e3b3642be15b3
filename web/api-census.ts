import type { CensusQuality } from '../server/contract/census.ts'
import { address, json } from './api.ts'

export const getCensusQuality = (signal?: AbortSignal): Promise<CensusQuality> =>
  json(address('/api/census/quality', { limit: 2_000 }), signal)
