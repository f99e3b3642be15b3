import type { GeoJSONSource, GeoJSONSourceSpecification, LayerSpecification, Map as MapLibre } from 'maplibre-gl'
import type { MapPicture } from './city-map.ts'

/** What a workspace draws over the city: sources, and the layers over them. Its functions are pure; a part that says the same as before is the
 *  same object, so that nothing is drawn anew. */
export interface Over {
  sources: Record<string, GeoJSONSourceSpecification>
  layers: LayerSpecification[]
}

/** In the `metadata` of a layer of `Over` whose things can be picked. */
export interface OverMetadata {
  /** What the things are, in the workspace's own word. */
  over: string
}

/** A layer of `Over` with this in its `metadata` lies on the ground: under the things of the city and the names. */
export const UNDER_THINGS = { under: 'things' } as const

export const isUnderThings = (metadata: unknown): boolean =>
  typeof metadata === 'object' && metadata !== null && 'under' in metadata && metadata.under === UNDER_THINGS.under

/** A layer of `Over` with this in its `metadata` lies under the names of the streets. */
export const UNDER_NAMES = { under: 'names' } as const

export const isUnderNames = (metadata: unknown): boolean =>
  typeof metadata === 'object' && metadata !== null && 'under' in metadata && metadata.under === UNDER_NAMES.under

export const overOf = (metadata: unknown): string | undefined =>
  typeof metadata === 'object' && metadata !== null && 'over' in metadata && typeof metadata.over === 'string'
    ? metadata.over
    : undefined

/** Whether two pictures differ in the data of their `over` alone: then it goes straight to its sources, past the comparison of two whole
 *  styles. */
export function onlyOverMoved(before: MapPicture, now: MapPicture): boolean {
  if (!before.over || !now.over || before.over === now.over) return false
  const keys = new Set([...Object.keys(before), ...Object.keys(now)] as (keyof MapPicture)[])
  keys.delete('over')
  for (const key of keys) if (before[key] !== now[key]) return false
  if (before.over.layers !== now.over.layers) return false
  return frameOf(before.over) === frameOf(now.over)
}

const frameOf = ({ sources }: Over): string =>
  JSON.stringify(Object.entries(sources).map(([id, { data: _, ...rest }]) => [id, rest]))

export function moveOver(map: Pick<MapLibre, 'getSource'>, before: Over, now: Over): void {
  for (const [id, { data }] of Object.entries(now.sources))
    if (data !== before.sources[id]?.data) void map.getSource<GeoJSONSource>(id)?.setData(data)
}
