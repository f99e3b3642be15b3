import { type RefObject, useCallback, useEffect, useRef } from 'react'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import type { Theme } from '../../theme/theme.ts'
import type { WallCrew } from './crew-way.ts'
import type { Box } from './lay-names.ts'
import { openCrews, type WallCrews } from './open-crews.ts'
import { isStill } from './use-screen-size.ts'
import { useWallCrews } from './use-wall-crews.ts'
import type { Vh } from './wall-frame-insets.ts'

const NOBODY: readonly WallCrew[] = []

interface CrewNeeds {
  surface: MapSurface | null
  theme: Theme
  now: number
  /** Only the crew that was sent to an emergency is drawn, and not here. */
  isHidden: boolean
  cases: readonly { of: { location: LngLat } }[] | undefined
  /** Where this screen begins on the whole wall. */
  left: Vh
}

/** The crews on their canvases over the map. */
export function useCrewCanvas({ surface, theme, now, isHidden, cases, left }: CrewNeeds): {
  dots: RefObject<HTMLCanvasElement | null>
  trails: RefObject<HTMLCanvasElement | null>
  /** Where words stand, in vh of the whole wall. */
  keepOff: (words: readonly Box[]) => void
  /** Where they are now. */
  places: () => readonly LngLat[]
  count: number
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
  const keepOff = useCallback(
    (words: readonly Box[]) => drawn.current?.keepOff(words.map(([x, y, w, h]) => [x - left, y, w, h])),
    [left],
  )
  const known = useRef(crews)
  known.current = crews
  const whereabouts = useCallback(() => known.current.map(({ lngLat }) => lngLat), [])
  return { dots, trails, keepOff, places: whereabouts, count: crews.length }
}
