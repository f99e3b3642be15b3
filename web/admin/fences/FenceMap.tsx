import { useEffect, useMemo, useRef, useState } from 'react'
import type { City } from '../../../server/contract/city.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { useThemeOfPage } from '../../console/theme-of-page.ts'
import { useCityName } from '../../console/use-city-name.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { CityMap } from '../../map/CityMap.tsx'
import type { CityMap as LivingMap, MapPicture } from '../../map/city-map.ts'
import { drawnLayers, drawnSource } from '../../map/fences/drawn-ring.ts'
import { type DrawnFence, fenceLayers, fenceSource } from '../../map/fences/fence-layers.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import type { Over } from '../../map/over.ts'
import { paletteOf } from '../../theme/palette.ts'
import { useMapWords } from '../../use-map-words.ts'
import { FenceCorners } from './FenceCorners.tsx'
import { fenceAt, viewOfCorners } from './fence-view.ts'

export interface FenceMapProps {
  /** Those that stand, without the one that is open. */
  fences: readonly DrawnFence[]
  /** Which one is open: the map goes there when it is another. */
  opened: string | undefined
  corners: readonly LngLat[]
  /** Its corners can be moved. */
  editing: boolean
  adding: boolean
  onCorners: (corners: LngLat[]) => void
  onOpen: (id: string) => void
}

/** The fences of the city, and the one that is drawn. */
export function FenceMap(props: FenceMapProps) {
  const city = useCityName()
  return city ? <OpenMap {...props} city={city} /> : null
}

const NO_LAYERS: never[] = []

function OpenMap({
  city,
  fences,
  opened,
  corners,
  editing,
  adding,
  onCorners,
  onOpen,
}: FenceMapProps & { city: City }) {
  const [theme, language, words] = [useThemeOfPage(), useLanguage(), useMapWords(city)]
  const map = useRef<LivingMap | null>(null)
  const [surface, setSurface] = useState<MapSurface | null>(null)
  const layers = useMemo(() => [...fenceLayers(paletteOf(theme)), ...drawnLayers(paletteOf(theme))], [theme])
  const standing = useMemo(() => fenceSource(fences), [fences])
  const drawn = useMemo(() => drawnSource(corners), [corners])
  const over = useMemo<Over>(() => ({ sources: { ...standing, ...drawn }, layers }), [standing, drawn, layers])
  const picture = useMemo<MapPicture>(
    () => ({ shownLayers: [], statusFilter: {}, measure: [], heat: null, theme, language, over }),
    [theme, language, over],
  )
  const gone = useRef<string>(undefined)
  const hasCorners = corners.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is opened, when its corners are there
  useEffect(() => {
    if (opened === undefined) gone.current = undefined
    if (!surface || opened === undefined || !hasCorners || gone.current === opened) return
    const isFirst = gone.current === undefined
    gone.current = opened
    const view = viewOfCorners(corners, surface.size())
    if (view && !(isFirst && adding)) map.current?.flyTo(view)
  }, [opened, hasCorners, surface])
  return (
    <>
      <CityMap
        city={city}
        layers={NO_LAYERS}
        picture={picture}
        highlight={null}
        words={words}
        view={{ lng: city.centre[0], lat: city.centre[1], zoom: city.zoom, bearing: 0, pitch: 0 }}
        onMap={(living) => {
          map.current = living
        }}
        onView={() => undefined}
        onPick={(pick) => {
          if (!pick) return
          if (adding) onCorners([...corners, pick.lngLat])
          else if (!editing) {
            const fence = fenceAt(fences, pick.lngLat)
            if (fence) onOpen(fence.id)
          }
        }}
        onStatus={() => undefined}
        onSurface={setSurface}
      />
      {surface && editing ? <FenceCorners surface={surface} corners={corners} onCorners={onCorners} /> : null}
    </>
  )
}
