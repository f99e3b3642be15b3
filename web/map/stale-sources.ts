import { assetTiles } from './asset-tiles.ts'
import type { MapPicture } from './city-map.ts'
import { sourceOf } from './layers/asset-context.ts'

/** Sources that both pictures show and whose data changed between them: their tiles are asked for again and stay in view until the new
 *  ones are there. What is only now shown, or shown through another filter or of another moment, is fetched fresh anyway. */
export const staleSources = (before: MapPicture, now: MapPicture): string[] =>
  now.shownLayers
    .filter((id) => before.shownLayers.includes(id) && addressOf(before, id) === addressOf(now, id))
    .filter((id) => before.versions?.[id] !== undefined && before.versions[id] !== now.versions?.[id])
    .map((id) => sourceOf({ id }))

const addressOf = (picture: MapPicture, id: string): string => assetTiles({ id }, picture, '')
