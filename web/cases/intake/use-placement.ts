import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CodeKind } from '../../../server/contract/code-registry.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { getPlacement, type Placed, type Placement, placeText } from '../../api-cases.ts'

/** Where a report at this place and of this class belongs. */
export function usePlacement(
  location: LngLat | undefined,
  of: string | undefined,
  /** null: about no thing. */
  assetId: string | null | undefined,
): { placement: Placement | undefined; fault: Error | null } {
  const [kind, code] = of?.split(':') ?? []
  const asked: Placed = {
    at: location ? placeText(location) : '',
    ...(kind && code ? { kind: kind as CodeKind, code } : {}),
    ...(assetId === null ? { thing: 'none' as const } : assetId ? { assetId } : {}),
  }
  const { data, error } = useQuery({
    queryKey: ['placement', asked],
    queryFn: ({ signal }) => getPlacement(asked, signal),
    enabled: location !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  return { placement: location ? data : undefined, fault: error }
}
