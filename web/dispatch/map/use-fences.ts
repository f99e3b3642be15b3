import { useQuery } from '@tanstack/react-query'
import type { Geofence } from '../../../server/contract/geofence.ts'
import { getFences } from '../../api-fences.ts'

/** Its word among the layers of the address; no layer of the catalogue has it. */
export const FENCES = 'fences'

const NONE: readonly Geofence[] = []
/** Somebody draws one once in a while. */
const READ_EVERY_MS = 60_000

/** The fences that are watched, while somebody wants to see them. */
export function useFences(wanted: boolean): readonly Geofence[] {
  const { data } = useQuery({
    queryKey: ['fences', 'watched'],
    queryFn: ({ signal }) => getFences({ ended: false }, signal),
    enabled: wanted,
    refetchInterval: READ_EVERY_MS,
  })
  return (wanted && data) || NONE
}
