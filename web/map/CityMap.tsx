import { useEffect, useRef } from 'react'
import type { CityMapOptions, Highlighted, CityMap as LivingMap, MapPicture } from './city-map.ts'
import { openCityMap } from './city-map.ts'

type Fixed = 'container' | 'theme' | 'language'

export interface CityMapProps extends Omit<CityMapOptions, Fixed> {
  picture: MapPicture
  highlight: Highlighted | null
  /** Called with the map once it is open, and with null when it is gone. */
  onMap(map: LivingMap | null): void
}

/** What the map must be opened anew for. A city's seq and a layer's counts change all day and are not in it. */
const keyOf = ({ city, layers }: Pick<CityMapProps, 'city' | 'layers'>): string =>
  JSON.stringify([city.area, city.basemap, city.relief, city.demo, city.mapApproval, layers.map(({ id }) => id)])

/** The map's edge in React: it opens the map once per city and set of layers, and hands it every new picture. `view` is where it
 *  begins; after that the map owns it and tells. */
export function CityMap({ picture, highlight, onMap, ...options }: CityMapProps) {
  const place = useRef<HTMLDivElement>(null)
  const map = useRef<LivingMap | null>(null)
  const latest = useRef({ options, picture, onMap })
  latest.current = { options, picture, onMap }
  const key = keyOf(options)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when another map is needed; all else is handed on.
  useEffect(() => {
    const container = place.current
    if (!container) return
    const now = () => latest.current
    const opened = openCityMap({
      ...now().options,
      container,
      theme: now().picture.theme,
      language: now().picture.language,
      onView: (view) => now().options.onView(view),
      onPick: (pick) => now().options.onPick(pick),
      onStatus: (status) => now().options.onStatus(status),
      onSurface: (surface) => now().options.onSurface?.(surface),
    })
    opened.show(now().picture)
    map.current = opened
    now().onMap(opened)
    return () => {
      map.current = null
      now().onMap(null)
      opened.destroy()
    }
  }, [key])

  useEffect(() => map.current?.show(picture), [picture])
  useEffect(() => map.current?.highlight(highlight), [highlight])
  useEffect(() => map.current?.say(options.words), [options.words])

  return <div ref={place} style={{ width: '100%', height: '100%' }} />
}
