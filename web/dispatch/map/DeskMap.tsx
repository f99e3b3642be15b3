import './desk-map.css'
import { useCityName } from '../../console/use-city-name.ts'
import type { DeskMapProps } from './desk-map-props.ts'
import { OpenDeskMap } from './OpenDeskMap.tsx'
import { useCityLayers } from './use-city-layers.ts'

export type { DeskMapProps }

/** The desk's map: cases, crews, what they work on, and every way to take hold of them. */
export function DeskMap(props: DeskMapProps) {
  const city = useCityName()
  const catalogue = useCityLayers()
  return city && catalogue ? (
    <OpenDeskMap city={city} catalogue={catalogue} props={props} />
  ) : (
    <div className="desk-map" aria-busy="true" />
  )
}
