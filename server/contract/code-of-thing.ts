import type { FieldValue } from './asset.ts'
import type { Layer } from './layer.ts'

/** The type code of a thing in a layer, by the values of its fields; undefined when none of the layer's codes fits. */
export function codeOfThing({ codes }: Pick<Layer, 'codes'>, fields: Readonly<Record<string, FieldValue>>) {
  const fits = codes.find(({ when }) => when && fields[when.field] === when.equals)
  return (fits ?? codes.find(({ when }) => !when))?.code
}
