import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { City } from '../../../server/contract/city.ts'
import type { Camera } from '../../../server/contract/wall.ts'
import { useThemeOfPage } from '../../console/theme-of-page.ts'
import { useCityName } from '../../console/use-city-name.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { CityMap } from '../../map/CityMap.tsx'
import type { MapPicture, View } from '../../map/city-map.ts'
import { Button } from '../../ui/Button.tsx'
import { useMapWords } from '../../use-map-words.ts'
import { zoomOnMap, zoomOnWall } from './wall-measures.ts'

type Place = Exclude<Camera, string>

interface CameraMapProps {
  camera: Place | undefined
  onTake: (camera: Place) => void
  onLeave: () => void
}

/** The map, moved to what the wall is to show between its columns. */
export function CameraMap(props: CameraMapProps) {
  const city = useCityName()
  return city ? <OpenMap {...props} city={city} /> : <div className="scenes-camera-map" />
}

const NO_LAYERS: never[] = []
/** Before the map is laid out. */
const LIKELY_WIDTH = 760

function OpenMap({ camera, onTake, onLeave, city }: CameraMapProps & { city: City }) {
  const { t } = useTranslation()
  const [theme, language, words] = [useThemeOfPage(), useLanguage(), useMapWords(city)]
  const frame = useRef<HTMLDivElement>(null)
  const picture = useMemo<MapPicture>(
    () => ({ shownLayers: [], statusFilter: {}, measure: [], heat: null, theme, language }),
    [theme, language],
  )
  const widthNow = (): number => frame.current?.clientWidth ?? LIKELY_WIDTH
  const view = useRef<View>({
    ...{ lng: camera?.centre[0] ?? city.centre[0], lat: camera?.centre[1] ?? city.centre[1] },
    zoom: camera ? zoomOnMap(camera.zoom, LIKELY_WIDTH) : city.zoom - 1,
    ...{ bearing: camera?.bearing ?? 0, pitch: camera?.pitch ?? 0 },
  })
  const take = (): void => {
    const { lng, lat, zoom, bearing, pitch } = view.current
    onTake({
      centre: [Number(lng.toFixed(6)), Number(lat.toFixed(6))],
      zoom: zoomOnWall(zoom, widthNow()),
      ...(Math.abs(bearing) < 0.5 ? {} : { bearing: Math.round(bearing) }),
      ...(pitch < 0.5 ? {} : { pitch: Math.round(pitch) }),
    })
  }
  return (
    <>
      <div className="scenes-camera-map" ref={frame}>
        <CityMap
          city={city}
          layers={NO_LAYERS}
          picture={picture}
          highlight={null}
          words={words}
          view={view.current}
          onMap={() => undefined}
          onView={(next) => {
            view.current = next
          }}
          onPick={() => undefined}
          onStatus={() => undefined}
        />
      </div>
      <p className="verb-line">
        <Button look="primary" small onClick={take}>
          {t('scenes.takeView')}
        </Button>
        <Button small onClick={onLeave}>
          {t('admin.leave')}
        </Button>
        <small>{t('scenes.takeNote')}</small>
      </p>
    </>
  )
}
