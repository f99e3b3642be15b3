import type { Layer } from '../contract/layer.ts'
import { type AssetFault, assetFault } from './asset-fault.ts'

/** Why a status id is none of the layer's. */
export function faultOfStatus({ id, name, statuses }: Layer, status: string): AssetFault | undefined {
  if (statuses.some((one) => one.id === status)) return undefined
  const said = status.slice(0, 40)
  return assetFault(
    'unknown-status',
    'status',
    `${name.zh}没有“${said}”这个状态；有：${statuses.map((one) => one.name.zh).join('、')}`,
    `${id} has no status "${said}", but ${statuses.map((one) => one.id).join(', ')}`,
  )
}
