import type { Asset, FieldValue } from '../contract/asset.ts'
import type { Layer } from '../contract/layer.ts'
import { ATTRIBUTES, type Rows } from './columns.ts'
import { ColumnBuilder } from './dictionary-column.ts'
import type { LookTable } from './look-table.ts'
import { E7, mercatorX, mercatorY } from './mercator.ts'
import { mvtValue } from './mvt-value.ts'
import { pointInside } from './point-inside.ts'
import { encodeShapes, offsets } from './shapes.ts'

export interface Numbered {
  asset: Asset
  number: number
}

/** Things as rows, in the order given. `looks` grows by what is new. */
export function encodeAssets(layer: Layer, looks: LookTable, things: readonly Numbered[]): Rows {
  const count = things.length
  const [x, y] = [new Uint32Array(count), new Uint32Array(count)]
  const [lng, lat] = [new Int32Array(count), new Int32Array(count)]
  const look = new Uint32Array(count)
  const readers = attributeReaders(layer)
  const builders = readers.map(() => new ColumnBuilder(count))
  const lookKeys = layer.fields.filter(({ inTile }) => inTile).map(({ key }) => key)
  things.forEach(({ asset }, row) => {
    const place = pointInside(asset.geometry)
    x[row] = mercatorX(place[0])
    y[row] = mercatorY(place[1])
    lng[row] = Math.round(place[0] * E7)
    lat[row] = Math.round(place[1] * E7)
    look[row] = looks.numberOf(
      asset.status,
      lookKeys.map((key) => asset.fields[key]),
    )
    readers.forEach((read, at) => {
      const builder = builders[at] as ColumnBuilder
      builder.push(builder.slotOf(read(asset)))
    })
  })
  const texts = things.flatMap(({ asset }) => [mvtValue(asset.id), mvtValue(asset.name)])
  return {
    count,
    x,
    y,
    lng,
    lat,
    number: Uint32Array.from(things, ({ number }) => number),
    look,
    values: Buffer.concat(texts),
    valueStart: offsets(things.map((_, row) => (texts[row * 2]?.length ?? 0) + (texts[row * 2 + 1]?.length ?? 0))),
    attributes: builders.map((builder) => builder.finish()),
    shapes: things.some(({ asset }) => asset.geometry.type !== 'Point')
      ? encodeShapes(things.map(({ asset }) => asset.geometry))
      : undefined,
  }
}

type Reader = (asset: Asset) => FieldValue | undefined

function attributeReaders(layer: Layer): Reader[] {
  const known = new Set(layer.fields.map(({ key }) => key))
  const rest = ({ fields }: Asset): string | undefined => {
    const strange = Object.entries(fields).filter(([key]) => !known.has(key))
    return strange.length > 0 ? JSON.stringify(Object.fromEntries(strange)) : undefined
  }
  const own = layer.fields.filter(({ inTile }) => !inTile)
  return [
    ...ATTRIBUTES.map((key): Reader => (key === 'rest' ? rest : (asset) => asset[key])),
    ...own.map(
      ({ key }): Reader =>
        (asset) =>
          asset.fields[key],
    ),
  ]
}
