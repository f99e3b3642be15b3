import { useNavigate } from '@tanstack/react-router'
import type { SearchHit } from '../../../server/contract/search.ts'
import { useDeskSearch } from './desk-search.ts'

/** Close enough to tell one lamp from the next. */
const PLACE_ZOOM = 17

/** Where a found case or place is shown: on the desk where that is open, else on the page of the case, and on the map. */
export function useGo(): { toCase: (number: string) => void; toPlace: (hit: SearchHit) => void } {
  const navigate = useNavigate()
  const onDesk = useDeskSearch() !== undefined
  return {
    toCase: (number) =>
      void (onDesk
        ? navigate({ from: '/dispatch', to: '/dispatch', search: (now) => ({ ...now, case: number }) })
        : navigate({ to: '/cases/$number', params: { number } })),
    toPlace: ({ kind, id, location }) => {
      const v = [...location.map((degrees) => degrees.toFixed(6)), PLACE_ZOOM].join(',')
      void (onDesk
        ? navigate({ from: '/dispatch', to: '/dispatch', search: (now) => ({ ...now, v }), replace: true })
        : navigate({ to: '/', search: { v, ...(kind === 'thing' ? { thing: id } : {}) } }))
    },
  }
}
