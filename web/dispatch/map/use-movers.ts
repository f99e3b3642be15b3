import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { duration } from '../../format.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import { type Movers, openMovers } from '../../map/movers/open-movers.ts'
import type { Theme } from '../../theme/theme.ts'
import type { DeskMapProps } from './desk-map-props.ts'
import { moversOfCrews, rankedOnMap } from './movers-of-crews.ts'

/** Ages are told in minutes. */
const AGE_MS = 15_000

interface MoversOfDesk extends Pick<DeskMapProps, 'crews' | 'ranked' | 'now'> {
  canvas: RefObject<HTMLCanvasElement | null>
  surface: MapSurface | null
  theme: Theme
  chosen: string | null
  target: string | null
}

/** The crews on their canvas over the map. */
export function useMovers({ canvas, surface, crews, ranked, now, theme, chosen, target }: MoversOfDesk) {
  const { t } = useTranslation()
  const movers = useRef<Movers | null>(null)
  useEffect(() => {
    if (!canvas.current) return
    const opened = openMovers(canvas.current)
    movers.current = opened
    return () => {
      movers.current = null
      opened.destroy()
    }
  }, [canvas])
  useEffect(() => movers.current?.over(surface), [surface])
  const tick = Math.floor(now / AGE_MS)
  const shown = useCallback(
    () =>
      moversOfCrews(crews, rankedOnMap(ranked), tick * AGE_MS, (name, minutes) =>
        t('dispatch.map.aged', { name, time: duration(minutes * 60) }),
      ),
    [crews, ranked, tick, t],
  )
  useEffect(() => movers.current?.show(shown, theme), [shown, theme])
  useEffect(() => movers.current?.mark({ chosen, target }), [chosen, target])
  return movers
}
