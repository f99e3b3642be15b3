import type { MadeAsset } from '../../../data/cities/city.ts'
import type { Field, Layer } from '../../../server/contract/layer.ts'

/** Said only where there is a sign by the road; without it traffic runs as the class of the road has it. */
const SIGNED = ['roads.oneway', 'roads.truckBan', 'roads.speedKmh']

/** Nobody graded its place: that is known of it, and no blank. */
const isUngraded = (key: string, value: unknown): boolean => key === 'accuracy' && value === null

/** What of a made thing does not agree with its layer; undefined where all does. */
export function faultOfAsset(asset: MadeAsset, layer: Layer, ids: ReadonlySet<string>): string | undefined {
  const { name, status, code, geometry, fields } = asset
  const right = layer.codes.find(({ when }) => !when || fields[when.field] === when.equals)
  if (right?.code !== code) return `code ${code} of ${name}`
  if (!layer.statuses.some((other) => other.id === status)) return `status ${status}`
  if (!geometry.type.toLowerCase().includes(layer.geometry.replace('line', 'linestring'))) return geometry.type
  for (const field of layer.fields) {
    const value = fields[field.key]
    const isLeftOut = value === undefined && SIGNED.includes(`${layer.id}.${field.key}`)
    if (!isLeftOut && !isUngraded(field.key, value) && !isOfType(field, value, ids))
      return `${field.key} = ${value} of ${name}`
  }
  const strange = Object.keys(fields).find((key) => !layer.fields.some((field) => field.key === key))
  return strange === undefined ? undefined : `no field ${strange}`
}

function isOfType({ type, choices }: Field, value: unknown, ids: ReadonlySet<string>): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'number') return Number.isFinite(value)
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'date')
    return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
  if (type === 'choice') return (choices ?? []).some(({ id }) => id === value)
  if (type === 'reference') return ids.has(String(value))
  return typeof value === 'string' && value !== ''
}
