import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useStillHere } from '../ui/use-still-here.ts'
import { type Picture, pictureOf, searchOf } from './picture.ts'
import { readSearch } from './search-params.ts'

/** `push` is a step that the back button undoes; `replace` is a movement within one. */
export type Change = (next: (picture: Picture) => Picture, how?: 'push' | 'replace') => void

const route = getRouteApi('/')

/** What the address says, and the one way to change it. */
export function usePicture(): [Picture, Change] {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const isStillHere = useStillHere()
  const picture = useMemo(() => pictureOf(readSearch(search)), [search])
  const change = useCallback<Change>(
    (next, how = 'push') => {
      if (how === 'replace' && !isStillHere()) return
      void navigate({
        to: '/',
        search: (before) => searchOf(next(pictureOf(readSearch(before)))),
        replace: how === 'replace',
        resetScroll: false,
      })
    },
    [navigate, isStillHere],
  )
  return [picture, change]
}
