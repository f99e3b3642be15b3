import type { AssetTrust, TrustMap, TrustSummary } from '../server/contract/trust.ts'
import { address, json } from './api.ts'

/** What one thing's data are worth. */
export const getAssetTrust = (id: string, signal?: AbortSignal): Promise<AssetTrust> =>
  json(`/api/assets/${encodeURIComponent(id)}/trust`, signal)

/** Every layer by class of position, age and source. */
export const getTrustSummary = (signal?: AbortSignal): Promise<TrustSummary> => json('/api/census/trust', signal)

/** @param box west, south, east, north in degrees */
export const getTrustMap = (layer: string, box: readonly number[], signal?: AbortSignal): Promise<TrustMap> =>
  json(address(`/api/census/trust/${encodeURIComponent(layer)}`, { bbox: box.join() }), signal)
