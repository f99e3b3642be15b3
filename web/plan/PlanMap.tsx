import type { City } from '../../server/contract/city.ts'
import type { LayerPicture } from '../api.ts'
import { useCityName } from '../console/use-city-name.ts'
import { type DrawingStore, useStoredDrawing } from './drawing-store.ts'
import type { MapDrawing } from './map-drawing.ts'
import { OpenPlanMap } from './OpenPlanMap.tsx'
import { usePlanLayers } from './use-plan-layers.ts'

export interface OpenMapProps {
  city: City
  catalogue: LayerPicture[]
  drawing: MapDrawing | undefined
}

/** The one map that every study draws on. */
export function PlanMap({ store }: { store: DrawingStore }) {
  const drawing = useStoredDrawing(store)
  const city = useCityName()
  const catalogue = usePlanLayers()
  return city && catalogue ? (
    <OpenPlanMap city={city} catalogue={catalogue} drawing={drawing} />
  ) : (
    <div className="plan-map" aria-busy="true" />
  )
}
