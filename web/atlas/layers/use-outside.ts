import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Bbox } from '../../../server/contract/geo.ts'
import { getCounts, type LayerPicture } from '../../api.ts'
import { countOf, outsideOf } from './layer-extent.ts'

/** How many things of a layer that is shown lie outside the view, where they are few; 0 until that is known. */
export function useOutside(
  layer: LayerPicture,
  shown: boolean,
  bbox: Bbox | undefined,
  statuses: string[] | undefined,
): number {
  const known = shown && bbox ? outsideOf(layer, bbox, statuses) : undefined
  const inside = useQuery({
    queryKey: ['counts', layer.id, layer.at ?? layer.version, bbox, statuses],
    queryFn: ({ signal }) => getCounts(layer.id, { bbox, status: statuses, at: layer.at }, signal),
    enabled: known === 'ask',
    placeholderData: keepPreviousData,
  }).data
  if (known !== 'ask') return known ?? 0
  return inside === undefined ? 0 : Math.max(countOf(layer, statuses) - inside, 0)
}
