import { type RefObject, useEffect, useRef } from 'react'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import type { Theme } from '../../theme/theme.ts'
import type { WallCrew } from './crew-way.ts'
import { openCrews, type WallCrews } from './open-crews.ts'
import { isStill } from './use-screen-size.ts'
import { useWallCrews } from './use-wall-crews.ts'

const NOBODY: readonly WallCrew[] = []

interface CrewNeeds {
  surface: MapSurface | null
  theme: Theme
  now: number
  /** Only the crew that was sent to an emergency is drawn, and not here. */
  isHidden: boolean
  cases: readonly { of: { location: LngLat } }[] | undefined
}

/** The crews on their canvases over the map. */
export function useCrewCanvas({ surface, theme, now, isHidden, cases }: CrewNeeds): {
  dots: RefObject<HTMLCanvasElement | null>
  trails: RefObject<HTMLCanvasElement | null>
} {
  const dots = useRef<HTMLCanvasElement>(null)
  const trails = useRef<HTMLCanvasElement>(null)
  const drawn = useRef<WallCrews | null>(null)
  const crews = useWallCrews(now)
  useEffect(() => {
    if (!dots.current || !trails.current) return
    const opened = openCrews(dots.current, trails.current)
    drawn.current = opened
    return () => {
      drawn.current = null
      opened.destroy()
    }
  }, [])
  useEffect(() => drawn.current?.over(surface), [surface])
  useEffect(() => drawn.current?.show(isHidden ? NOBODY : crews, theme, isStill()), [crews, theme, isHidden])
  const places = JSON.stringify((cases ?? []).map(({ of }) => of.location))
  useEffect(() => drawn.current?.spare(JSON.parse(places)), [places])
  return { dots, trails }
}
