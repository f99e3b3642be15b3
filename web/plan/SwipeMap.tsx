import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { City } from '../../server/contract/city.ts'
import type { LayerPicture } from '../api.ts'
import { CityMap } from '../map/CityMap.tsx'
import type { CityMap as LivingMap } from '../map/city-map.ts'
import type { MapSurface } from '../map/map-surface.ts'
import type { MapWords } from '../map/map-words.ts'
import type { MapDrawing } from './map-drawing.ts'
import { usePlanPicture } from './use-plan-picture.ts'

interface SwipeMapProps {
  city: City
  catalogue: LayerPicture[]
  drawing: MapDrawing
  swipe: NonNullable<MapDrawing['swipe']>
  under: MapSurface
  words: MapWords
}

const STEP = 2
const clamp = (percent: number): number => Math.min(98, Math.max(2, percent))

/** The second picture, to the right of a line that is dragged over the first. It follows the first and takes no hands itself. */
export function SwipeMap({ city, catalogue, drawing, swipe, under, words }: SwipeMapProps) {
  const { t } = useTranslation()
  const [percent, setPercent] = useState(50)
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<LivingMap | null>(null)
  const picture = usePlanPicture({ catalogue, drawing: { ...drawing, ...swipe } })
  useEffect(
    () =>
      under.onDraw(() => {
        map.current?.flyTo(under.view(), { instant: true })
      }),
    [under],
  )
  const drag = (event: React.PointerEvent): void => {
    if (!(event.buttons & 1) || !box.current) return
    const { left, width } = box.current.getBoundingClientRect()
    setPercent(clamp(((event.clientX - left) / width) * 100))
  }
  return (
    <div ref={box} className="plan-swipe">
      <div className="plan-swipe-map" style={{ clipPath: `inset(0 0 0 ${percent}%)` }} aria-hidden="true">
        <CityMap
          city={city}
          layers={catalogue}
          picture={picture}
          highlight={null}
          words={words}
          view={under.view()}
          canvas={STILL}
          onMap={(opened) => {
            map.current = opened
          }}
          onView={() => undefined}
          onPick={() => undefined}
          onStatus={() => undefined}
        />
      </div>
      <p className="plan-swipe-names">
        <span style={{ right: `calc(${100 - percent}% + 24px)` }}>{swipe.names[0]}</span>
        <span style={{ left: `calc(${percent}% + 24px)` }}>{swipe.names[1]}</span>
      </p>
      <div
        className="plan-swipe-line"
        style={{ left: `${percent}%` }}
        role="slider"
        tabIndex={0}
        aria-label={t('plan.swipe')}
        aria-valuemin={2}
        aria-valuemax={98}
        aria-valuenow={Math.round(percent)}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={({ key }) => {
          const by = key === 'ArrowLeft' ? -STEP : key === 'ArrowRight' ? STEP : 0
          if (by !== 0) setPercent((now) => clamp(now + by))
        }}
      />
    </div>
  )
}

const STILL = {
  pixelRatio: globalThis.devicePixelRatio,
  still: true,
  restyle: <Style,>(style: Style): Style => style,
}
