import { type DraftItem, type DraftStroke, MOST_ITEMS } from '../contract/draft.ts'
import type { LngLat } from '../contract/geo.ts'

/** A thing of the city that a stroke names. */
export interface KnownThing {
  layer: string
  at: LngLat
}

/** Why a stroke cannot be made, by its place in the edit. */
export class BadStroke extends Error {
  readonly at: number

  constructor(at: number, words: string) {
    super(words)
    this.at = at
  }
}

/** The items of a draft after an edit. Throws BadStroke.
 *  @param thingOf a point of the city by its id; undefined where there is none
 *  @param newId of an item */
export function applyStrokes(
  items: readonly DraftItem[],
  strokes: readonly DraftStroke[],
  {
    thingOf,
    newId,
    hasLayer,
  }: { thingOf: (id: string) => KnownThing | undefined; newId: () => string; hasLayer: (layer: string) => boolean },
): DraftItem[] {
  const after = new Map(items.map((item) => [item.id, item]))
  const byAsset = new Map(items.flatMap((item) => (item.kind === 'new' ? [] : [[item.assetId, item.id] as const])))
  const put = (item: DraftItem): void => {
    after.set(item.id, item)
    if (item.kind !== 'new') byAsset.set(item.assetId, item.id)
  }
  for (const [at, stroke] of strokes.entries()) {
    if (stroke.do === 'add') {
      if (!hasLayer(stroke.layer)) throw new BadStroke(at, `There is no layer "${stroke.layer}" of points.`)
      put({ kind: 'new', id: newId(), layer: stroke.layer, at: stroke.at })
      continue
    }
    const known = after.get(stroke.of) ?? after.get(byAsset.get(stroke.of) ?? '')
    if (known?.kind === 'new') {
      if (stroke.do === 'move') put({ ...known, at: stroke.to })
      else after.delete(known.id)
      continue
    }
    const asset = known ? { id: known.assetId, layer: known.layer, from: known.from } : thingIn(thingOf, stroke.of)
    if (!asset) throw new BadStroke(at, `There is no thing and no item "${stroke.of.slice(0, 60)}".`)
    const base = { id: known?.id ?? newId(), layer: asset.layer, assetId: asset.id, from: asset.from }
    put(stroke.do === 'move' ? { kind: 'moved', ...base, at: stroke.to } : { kind: 'removed', ...base })
  }
  if (after.size > MOST_ITEMS) throw new BadStroke(strokes.length - 1, `A draft has at most ${MOST_ITEMS} items.`)
  return [...after.values()]
}

function thingIn(thingOf: (id: string) => KnownThing | undefined, id: string) {
  const thing = thingOf(id)
  return thing && { id, layer: thing.layer, from: thing.at }
}
