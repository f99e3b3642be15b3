import type { Replacement } from '../server/contract/replacement.ts'
import { address } from './api.ts'
import { type Asking, slowJson } from './api-asks.ts'

/** `layer`: one of those that the rules name; all when absent. */
export const getReplacement = (
  { layer, limit }: { layer: string | undefined; limit: number },
  asking: Asking,
): Promise<Replacement> => slowJson(address('/api/replacement', { layer, limit }), asking)
