import { lazy, Suspense } from 'react'
import type { LngLat } from '../../server/contract/geo.ts'

export interface PlaceMapProps {
  place: LngLat | undefined
  /** Layers on it. */
  shown?: readonly string[]
  /** Told of a click. Without it the map only shows. */
  onPlace?: (place: LngLat) => void
}

const PlaceMap = lazy(() => import('./PlaceMap.tsx').then((module) => ({ default: module.PlaceMap })))

/** The map in a file of its own: most of a desk's pages begin without it. */
export function LazyPlaceMap({ label, ...props }: PlaceMapProps & { label: string }) {
  return (
    <section className="place-map" aria-label={label}>
      <Suspense fallback={null}>
        <PlaceMap {...props} />
      </Suspense>
    </section>
  )
}
