import type { Feature, FeatureCollection, Geometry } from 'geojson'
import type { SiteFeature } from '../../../server/contract/coverage.ts'
import type { DraftItem } from '../../../server/contract/draft.ts'
import type { LngLat } from '../../../server/contract/geo.ts'

/** An item that is held over the map, where it is now. */
export interface Held {
  /** Of the draft's item or the city's thing. */
  of: string
  at: LngLat
  /** Where the city's thing stands. */
  from?: LngLat
}

/** What is sketched: new diamonds, what is moved with where it stood, what is taken away with a cross. */
export function draftFeatures(
  items: readonly DraftItem[],
  held: Held | undefined,
  pending: LngLat | undefined,
): FeatureCollection {
  const feature = (id: string, role: string, geometry: Geometry): Feature => ({
    ...{ type: 'Feature', geometry, properties: { id, role } },
  })
  const point = (id: string, role: string, at: LngLat): Feature =>
    feature(id, role, { type: 'Point', coordinates: [...at] })
  const moved = (id: string, from: LngLat, to: LngLat): Feature[] => [
    feature(id, 'way', { type: 'LineString', coordinates: [[...from], [...to]] }),
    point(id, 'left', from),
    point(id, 'moved', to),
  ]
  const isHeld = (item: DraftItem): boolean => held?.of === item.id
  return {
    type: 'FeatureCollection',
    features: [
      ...items.flatMap((item) => {
        const at = isHeld(item) && held ? held.at : item.kind === 'removed' ? item.from : item.at
        if (item.kind === 'removed') return [point(item.id, 'removed', item.from)]
        return item.kind === 'new' ? [point(item.id, 'new', at)] : moved(item.id, item.from, at)
      }),
      ...(held && !items.some(isHeld)
        ? held.from
          ? moved(held.of, held.from, held.at)
          : [point(held.of, 'moved', held.at)]
        : []),
      ...(pending ? [point('pending', 'new', pending)] : []),
    ],
  }
}

export const siteFeatures = (sites: readonly SiteFeature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: sites.map(({ id, geometry, properties: { number } }) => ({
    ...{ type: 'Feature', id, geometry, properties: { id, number } },
  })),
})
