import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { City } from '../../server/contract/city.ts'
import type { LngLat } from '../../server/contract/geo.ts'
import { getLayers, type LayerPicture } from '../api.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { CityMap } from '../map/CityMap.tsx'
import type { Highlighted, CityMap as LivingMap, MapPicture } from '../map/city-map.ts'
import { useMapWords } from '../use-map-words.ts'
import type { PlaceMapProps } from './LazyPlaceMap.tsx'
import { useThemeOfPage } from './theme-of-page.ts'
import { useCityName } from './use-city-name.ts'

const CLOSE = 17

/** A map for one place: where a case is, or where it is to be. */
export function PlaceMap(props: PlaceMapProps) {
  const city = useCityName()
  const layers = useQuery({ queryKey: ['layers', 'place'], queryFn: ({ signal }) => getLayers(signal) }).data
  return city && layers ? <OpenMap {...props} city={city} layers={layers} /> : null
}

type OpenProps = PlaceMapProps & { city: City; layers: LayerPicture[] }

function OpenMap({ place, shown = NONE, onPlace, city, layers }: OpenProps) {
  const theme = useThemeOfPage()
  const language = useLanguage()
  const words = useMapWords(city)
  const map = useRef<LivingMap | null>(null)
  const first = useRef({ lng: place?.[0] ?? city.centre[0], lat: place?.[1] ?? city.centre[1] })
  const picture = useMemo<MapPicture>(
    () => ({
      ...{ shownLayers: [...shown], statusFilter: {}, theme, language, heat: null, measure: [] },
      versions: Object.fromEntries(layers.map(({ id, version }) => [id, version])),
    }),
    [shown, theme, language, layers],
  )
  const highlight = useMemo<Highlighted | null>(
    () => (place ? { layer: 'place', id: 'place', geometry: { type: 'Point', coordinates: place } } : null),
    [place],
  )
  const [lng, lat] = place ?? []
  useEffect(() => {
    if (lng !== undefined && lat !== undefined && !isShown(map.current, [lng, lat]))
      map.current?.flyTo({ lng, lat, zoom: CLOSE })
  }, [lng, lat])
  return (
    <CityMap
      city={city}
      layers={layers}
      picture={picture}
      highlight={highlight}
      words={words}
      view={{ ...first.current, zoom: place ? CLOSE : city.zoom, bearing: 0, pitch: 0 }}
      onMap={(opened) => {
        map.current = opened
      }}
      onView={() => undefined}
      onPick={(pick) => {
        if (pick && pick.kind !== 'cell' && pick.kind !== 'cluster') onPlace?.(pick.lngLat)
      }}
      onStatus={() => undefined}
    />
  )
}

const NONE: readonly string[] = []

/** Well inside what is seen: what somebody has just clicked stays where they clicked it. */
function isShown(map: LivingMap | null, [lng, lat]: LngLat): boolean {
  if (!map) return true
  const [w, s, e, n] = map.bounds()
  const [x, y] = [(e - w) * 0.1, (n - s) * 0.1]
  return lng > w + x && lng < e - x && lat > s + y && lat < n - y
}
