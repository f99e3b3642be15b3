import type { MapPicture } from './city-map.ts'
import { sourceOf } from './layers/asset-context.ts'

/** Sources that both pictures show and whose data changed between them: their tiles are asked for again and stay in view until the new
 *  ones are there. What is only now shown, or shown through another filter, is fetched fresh anyway. */
export const staleSources = (before: MapPicture, now: MapPicture): string[] =>
  now.shownLayers
    .filter((id) => before.shownLayers.includes(id) && filterOf(before, id) === filterOf(now, id))
    .filter((id) => before.versions?.[id] !== undefined && before.versions[id] !== now.versions?.[id])
    .map((id) => sourceOf({ id }))

const filterOf = ({ statusFilter }: MapPicture, id: string): string => JSON.stringify(statusFilter[id] ?? null)
