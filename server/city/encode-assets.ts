import type { Asset } from '../contract/asset.ts'
import type { Rows } from './columns.ts'
import { narrow } from './dictionary.ts'
import { encodeInstants } from './instants.ts'
import type { Meanings } from './meanings.ts'
import { E7, mercatorX, mercatorY } from './mercator.ts'
import { pointInside } from './point-inside.ts'
import { encodeShapes } from './shapes.ts'
import { encodeRareTexts, encodeTexts } from './texts.ts'

export interface Numbered {
  asset: Asset
  number: number
}

/** Things as rows, in the order given. The meanings grow by what is new. */
export function encodeAssets(meanings: Meanings, things: readonly Numbered[]): Rows {
  const count = things.length
  const { layer, looks, dictionaries } = meanings
  const [x, y] = [new Uint32Array(count), new Uint32Array(count)]
  const [lng, lat] = [new Int32Array(count), new Int32Array(count)]
  const look = new Uint32Array(count)
  const slots = dictionaries.map(() => new Uint32Array(count))
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
  })
  slots.forEach((column, at) => {
    const [read, dictionary] = [meanings.readers[at], dictionaries[at]]
    if (read && dictionary)
      things.forEach(({ asset }, row) => {
        column[row] = dictionary.slotOf(read(asset))
      })
  })
  const known = new Set(layer.fields.map(({ key }) => key))
  return {
    count,
    x,
    y,
    lng,
    lat,
    number: Uint32Array.from(things, ({ number }) => number),
    look,
    idTexts: encodeTexts(things.map(({ asset }) => asset.id)),
    nameTexts: encodeTexts(things.map(({ asset }) => asset.name)),
    restTexts: encodeRareTexts(things.map(({ asset }) => restOf(asset, known))),
    changedAt: encodeInstants(
      things.map(({ asset }) => asset.changedAt),
      meanings.forms,
    ),
    attributes: slots.map(narrow),
    shapes: things.some(({ asset }) => asset.geometry.type !== 'Point')
      ? encodeShapes(things.map(({ asset }) => asset.geometry))
      : undefined,
  }
}

/** JSON of the fields that the layer does not know. */
function restOf({ fields }: Asset, known: ReadonlySet<string>): string {
  let strange: Record<string, unknown> | undefined
  for (const key in fields) if (!known.has(key)) strange = { ...strange, [key]: fields[key] }
  return strange ? JSON.stringify(strange) : ''
}
