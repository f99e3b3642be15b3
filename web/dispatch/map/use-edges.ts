import { useEffect, useState } from 'react'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import { mercator, projectorOf } from '../../map/movers/projector.ts'
import { type EdgeCount, edgeCounts } from '../../map/select/edge-counts.ts'

/** Counted anew when the map has stood still for so long. */
const STILL_MS = 150

/** How many cases lie past each edge of the map. `moves` changes whenever the map does. */
export function useEdges(cases: readonly DeskCase[], surface: MapSurface | null, moves: unknown): EdgeCount[] {
  const [edges, setEdges] = useState<EdgeCount[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the map says by `moves` that it has moved
  useEffect(() => {
    if (!surface) return
    const timer = setTimeout(() => {
      const project = projectorOf(surface)
      const found = edgeCounts(
        cases.map(({ location }) => project(mercator(location))),
        surface.size(),
      )
      setEdges((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
    }, STILL_MS)
    return () => clearTimeout(timer)
  }, [cases, surface, moves])
  return edges
}
