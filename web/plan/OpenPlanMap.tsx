import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CityMap } from '../map/CityMap.tsx'
import type { MapStatus } from '../map/city-map.ts'
import type { MapSurface } from '../map/map-surface.ts'
import { useMapWords } from '../use-map-words.ts'
import { MapTools } from './MapTools.tsx'
import { PlanLegend } from './PlanLegend.tsx'
import type { OpenMapProps } from './PlanMap.tsx'
import { SheetDesk } from './print/SheetDesk.tsx'
import { SwipeMap } from './SwipeMap.tsx'
import { usePlanHands } from './use-plan-hands.ts'
import { usePlanPicture } from './use-plan-picture.ts'
import { usePlanView } from './use-plan-view.ts'

/** The map of a city that has answered, and what floats on it. */
export function OpenPlanMap({ city, catalogue, drawing }: OpenMapProps) {
  const { t } = useTranslation()
  const words = useMapWords(city)
  const box = useRef<HTMLElement>(null)
  const living = useRef<MapSurface | null>(null)
  const [surface, setSurface] = useState<MapSurface | null>(null)
  const [status, setStatus] = useState<MapStatus>()
  const view = usePlanView(city, drawing, living)
  const picture = usePlanPicture({ catalogue, drawing })
  const dragging = usePlanHands({ box, surface: living, drawing })
  return (
    <section
      ref={box}
      className={`plan-map map-box ${drawing?.placing ? 'is-placing' : ''} ${dragging ? 'is-dragging' : ''}`}
      aria-label={drawing?.label ?? t('plan.map')}
      aria-busy={status?.busy ?? true}
      data-context-losses={status?.contextLosses ?? 0}
    >
      <CityMap
        city={city}
        layers={catalogue}
        picture={picture}
        highlight={null}
        words={words}
        view={view.first}
        onMap={(map) => {
          view.map.current = map
        }}
        onView={view.onView}
        onPick={() => undefined}
        onStatus={setStatus}
        onSurface={(next) => {
          living.current = next
          setSurface(next)
          if (next) view.arrived()
        }}
      />
      {drawing?.swipe && surface ? (
        <SwipeMap
          city={city}
          catalogue={catalogue}
          drawing={drawing}
          swipe={drawing.swipe}
          under={surface}
          words={words}
        />
      ) : null}
      {drawing && drawing.legend.length > 0 ? <PlanLegend entries={drawing.legend} /> : null}
      {status?.failed ? (
        <p className="plan-note" role="status">
          {status.failed}
        </p>
      ) : null}
      <SheetDesk city={city} catalogue={catalogue} drawing={drawing} surface={surface} />
      <MapTools onZoom={view.zoomBy} onWhole={view.toWhole} />
    </section>
  )
}
