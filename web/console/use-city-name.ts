import { useQuery } from '@tanstack/react-query'
import type { City } from '../../server/contract/city.ts'
import { getCity } from '../api.ts'

/** The city as the map page knows it too: its name, where it is, whether it is made up. */
export const useCityName = (): City | undefined =>
  useQuery({ queryKey: ['city'], queryFn: ({ signal }) => getCity(signal), staleTime: 5 * 60_000 }).data
