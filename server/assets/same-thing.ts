import { isDeepStrictEqual } from 'node:util'
import type { Asset } from '../contract/asset.ts'

/** Whether two states are the same to whoever looks at the thing; who brought them and when does not count. */
export function sameThing(before: Asset, after: Asset): boolean {
  const seen = ({ name, status, geometry, fields, code }: Asset) => ({ name, status, geometry, fields, code })
  return isDeepStrictEqual(seen(before), seen(after))
}
