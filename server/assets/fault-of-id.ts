import { checkCode } from '../contract/code.ts'
import type { CodeRegistry } from '../contract/code-registry.ts'
import type { Layer } from '../contract/layer.ts'
import { type AssetFault, assetFault } from './asset-fault.ts'

/** The local type of a unit grid: the one kind of thing whose own code is its 15-digit grid code. */
const UNIT_GRID = 'L0802'

/** Whether an id would be taken for an identification code of this layer: GB/T 47678.5, area 6, type 5, sequence 6; a unit grid 15 digits. */
export const looksLikeCode = (id: string, layer: Layer): boolean =>
  /^\d{6}(\d{5}|L\d{4})\d{6}$/.test(id) || (layer.codes.some(({ code }) => code === UNIT_GRID) && /^\d{15}$/.test(id))

/** Why an identification code is not one for a thing of this layer in this city. `typeCode`: what its fields say it is; undefined where
 *  they do not tell, and any code of the layer will do. */
export function faultOfId(
  id: string,
  {
    area,
    layer,
    registry,
    typeCode,
  }: { area: string; layer: Layer; registry: CodeRegistry; typeCode?: string | undefined },
): AssetFault | undefined {
  const check = checkCode(id, registry)
  if (!check.ok) return assetFault('bad-code', 'id', `${id}：${check.message.zh}`, `${id}: ${check.message.en}`)
  if (!id.startsWith(area))
    return assetFault(
      'other-area',
      'id',
      `${id} 属于 ${id.slice(0, 6)}，本市是 ${area}`,
      `${id} belongs to area ${id.slice(0, 6)}, this city is ${area}`,
    )
  const type = check.kind === 'unit-grid-15' ? UNIT_GRID : id.slice(6, 11)
  const wanted = typeCode ? [typeCode] : layer.codes.map(({ code }) => code)
  if (wanted.includes(type)) return undefined
  return assetFault(
    'other-type',
    'id',
    `${id} 的类别是 ${type}，应是 ${wanted.join('、')}`,
    `${id} is of type ${type}, wanted is ${wanted.join(' or ')}`,
  )
}

/** The layer has several type codes and the thing's fields choose none. */
export function untyped({ codes, fields }: Layer): AssetFault {
  const key = codes.find(({ when }) => when)?.when?.field
  const name = fields.find((field) => field.key === key)?.name
  return assetFault(
    'no-type',
    `fields.${key}`,
    `没有${name?.zh ?? key}，定不了类别代码`,
    `without ${name?.en ?? key} it has no type code`,
  )
}

/** The identification code of GB/T 47678.5: area, type and the sequence as 6 digits. */
export const idOf = (area: string, typeCode: string, sequence: number): string =>
  `${area}${typeCode}${String(sequence).padStart(6, '0')}`
