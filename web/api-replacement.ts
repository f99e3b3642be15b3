import type { Replacement } from '../server/contract/replacement.ts'
import { address, json } from './api.ts'

/** `layer`: one of those that the rules name; all when absent. */
export const getReplacement = (
  { layer, limit }: { layer: string | undefined; limit: number },
  signal?: AbortSignal,
): Promise<Replacement> => json(address('/api/replacement', { layer, limit }), signal)
