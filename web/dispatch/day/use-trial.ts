import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { LngLat } from '../../../server/contract/geo.ts'
import { tryCrews } from '../../api-plans.ts'
import { type Tried, whatIfOf, withTried } from './tried-change.ts'

/** What is tried with the crews (N6), and the figures that the server found for it. */
export function useTrial() {
  const [tried, setTried] = useState<readonly Tried[]>([])
  const [placing, setPlacing] = useState<Omit<Tried, 'at'>>()
  const asking = useMutation({ mutationFn: (what: readonly Tried[]) => tryCrews(whatIfOf(what)) })
  const change = (next: readonly Tried[]): void => {
    setTried(next)
    // The figures are those of what was asked.
    asking.reset()
  }
  const put = (what: Omit<Tried, 'at'>, at: LngLat): void => {
    setPlacing(undefined)
    change(withTried(tried, { ...what, at }))
  }
  useEffect(() => {
    if (!placing) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      setPlacing(undefined)
    }
    document.addEventListener('keydown', onKey, { capture: true })
    return () => document.removeEventListener('keydown', onKey, { capture: true })
  }, [placing])
  return {
    ...{ tried, placing, put, asking },
    /** The next click on the map says where; undefined: no longer. */
    place: setPlacing,
    remove: (index: number) => change(tried.filter((_, at) => at !== index)),
    ask: () => asking.mutate(tried),
    onPlace: placing && ((at: LngLat) => put(placing, at)),
  }
}
