import { faultOfArea } from '../contract/area-code.ts'
import type { Asset } from '../contract/asset.ts'
import type { NewAsset } from '../contract/asset-write.ts'
import { codeOfThing } from '../contract/code-of-thing.ts'
import type { CodeRegistry } from '../contract/code-registry.ts'
import type { Layer } from '../contract/layer.ts'
import { type AssetFault, assetFault } from './asset-fault.ts'
import { AssetRefused, refuseAny } from './asset-refused.ts'
import { faultOfFields, missingField } from './fault-of-fields.ts'
import { faultOfId, untyped } from './fault-of-id.ts'
import { faultOfPlace } from './fault-of-place.ts'
import { faultOfStatus } from './fault-of-status.ts'

/** In what city and by what tables a thing is judged. */
export interface AssetFrame {
  /** 6-digit area code. */
  area: string
  layer: Layer
  registry: CodeRegistry
}

/** The type code of a thing that may stand as it is given, but for an id that is there already. Throws AssetRefused. */
export function checkNewAsset(given: NewAsset, { area, layer, registry }: AssetFrame): string {
  if (faultOfArea(area, registry, false))
    throw new AssetRefused('taken', 'no-city', 'There is no city yet: set CITY to its area code, or import a file.')
  refuseAny(
    faultOfStatus(layer, given.status),
    faultOfFields(layer, given.fields),
    missingField(layer, given.fields),
    faultOfPlace(layer, given.geometry),
  )
  const typeCode = codeOfThing(layer, given.fields)
  if (typeCode === undefined) {
    refuseAny(untyped(layer))
    throw new AssetRefused('bad', 'no-type', 'It has no type code.')
  }
  refuseAny(
    faultOfCode(given.code, typeCode),
    given.id === undefined ? undefined : faultOfId(given.id, { area, layer, registry, typeCode }),
  )
  return typeCode
}

const faultOfCode = (given: string | undefined, typeCode: string): AssetFault | undefined =>
  given === undefined || given === typeCode
    ? undefined
    : assetFault(
        'other-type',
        'code',
        `类别代码“${given.slice(0, 20)}”不对，图层和属性决定它是 ${typeCode}`,
        `"${given.slice(0, 20)}" is not its type code: the layer and its fields make it ${typeCode}`,
      )

/** The state as it will stand. `by` keeps who brought it, `at` is an ISO instant. */
export function newAsset(
  { layer, name, status, geometry, fields }: NewAsset,
  { id, code, edition, by, at }: { id: string; code: string; edition: string; by: string; at: string },
): Asset {
  const set = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
  return {
    id,
    layer,
    name,
    status,
    geometry,
    fields: set,
    code,
    edition,
    sourceCrs: 'WGS84',
    source: by,
    changedAt: at,
  }
}
