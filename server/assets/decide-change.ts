import { isDeepStrictEqual } from 'node:util'
import type { Asset } from '../contract/asset.ts'
import type { AssetPatch } from '../contract/asset-write.ts'
import { codeOfThing } from '../contract/code-of-thing.ts'
import { refuseAny } from './asset-refused.ts'
import type { AssetFrame } from './decide-new-asset.ts'
import { faultOfFields } from './fault-of-fields.ts'
import { faultOfId, looksLikeCode } from './fault-of-id.ts'
import { faultOfPlace } from './fault-of-place.ts'
import { faultOfStatus } from './fault-of-status.ts'
import { sameThing } from './same-thing.ts'

/** The state as it will stand at `at` (ISO instant), and the word for the log; undefined when the patch changes nothing that can be seen.
 *  Only what the patch brings is judged: what stands already may be of an older catalogue. Throws AssetRefused. */
export function decideChange(
  before: Asset,
  patch: AssetPatch,
  { area, layer, registry, at }: AssetFrame & { at: string },
): { after: Asset; kind: 'asset-changed' | 'asset-moved' } | undefined {
  refuseAny(
    patch.status === undefined ? undefined : faultOfStatus(layer, patch.status),
    faultOfFields(layer, patch.fields ?? {}),
    patch.geometry && faultOfPlace(layer, patch.geometry),
  )
  const merged = { ...before.fields, ...patch.fields }
  const fields = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null))
  const code = codeOfThing(layer, fields) ?? before.code
  // An identification code says what the thing is: another kind is another thing.
  if (code !== before.code && looksLikeCode(before.id, layer))
    refuseAny(faultOfId(before.id, { area, layer, registry, typeCode: code }))
  const after: Asset = {
    ...before,
    ...{ name: patch.name ?? before.name, status: patch.status ?? before.status, fields, code },
    ...(patch.geometry ? { geometry: patch.geometry, sourceCrs: 'WGS84' } : {}),
    changedAt: at,
  }
  if (sameThing(before, after)) return undefined
  const onlyMoved = sameThing({ ...before, geometry: after.geometry }, after)
  const moved = !isDeepStrictEqual(before.geometry, after.geometry)
  return { after, kind: moved && onlyMoved ? 'asset-moved' : 'asset-changed' }
}
