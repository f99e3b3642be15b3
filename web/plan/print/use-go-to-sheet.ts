import { useEffect, useRef } from 'react'
import type { MapSurface } from '../../map/map-surface.ts'
import { fitView } from '../fit-view.ts'
import { usePlanSearch } from '../use-plan-search.ts'
import { viewText } from '../view-text.ts'
import { boxOf, type Ground } from './true-scale.ts'

/** Brings a whole sheet into view: at once, and whenever it is asked for. */
export function useGoToSheet(surface: MapSurface, ground: Ground): (ground: Ground) => void {
  const { change } = usePlanSearch()
  const goTo = (to: Ground): void => change({ v: viewText(fitView(boxOf(to), surface.size())) })
  const first = useRef(() => goTo(ground))
  useEffect(() => first.current(), [])
  return goTo
}
