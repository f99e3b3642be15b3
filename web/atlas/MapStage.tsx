import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { City } from '../../server/contract/city.ts'
import type { LngLat } from '../../server/contract/geo.ts'
import type { Layer } from '../../server/contract/layer.ts'
import { number } from '../format.ts'
import { CityMap } from '../map/CityMap.tsx'
import type { Highlighted, MapPicture, MapStatus, Pick } from '../map/city-map.ts'
import { Button } from '../ui/Button.tsx'
import { useMapWords } from '../use-map-words.ts'
import { EmptyCity } from './EmptyCity.tsx'
import type { HeatMode } from './picture.ts'
import { CityTimeBar } from './time/CityTimeBar.tsx'
import { ThenBanner } from './time/ThenBanner.tsx'
import { TimeBar } from './time/TimeBar.tsx'
import type { HeatTime } from './time/use-heat-time.ts'
import type { LookingBack } from './time/use-looking-back.ts'
import { GoToPlace } from './tools/GoToPlace.tsx'
import { MapTools } from './tools/MapTools.tsx'
import { MeasureBar } from './tools/MeasureBar.tsx'
import type { Measuring } from './tools/use-measure.ts'
import { useFaultReports } from './use-fault-reports.ts'
import type { MapView } from './use-map-view.ts'

interface MapStageProps {
  box: RefObject<HTMLDivElement | null>
  city: City
  layers: Layer[]
  picture: MapPicture
  highlight: Highlighted | null
  view: MapView
  measure: Measuring
  time: HeatTime
  back: LookingBack
  heatMode: HeatMode | undefined
  status: MapStatus | undefined
  printFault: boolean
  goingTo: boolean
  listOpen: boolean
  onGoingTo: (open: boolean) => void
  onList: () => void
  onPrint: () => void
  onPick: (pick: Pick | null) => void
  onStatus: (status: MapStatus) => void
}

const PLACE_ZOOM = 17

/** The map and what floats on it. */
export function MapStage(props: MapStageProps) {
  const { box, city, layers, picture, highlight, view, measure, time, back, heatMode, status, goingTo, listOpen } =
    props
  const { t } = useTranslation()
  const words = useMapWords(city)
  useFaultReports(status?.contextLosses ?? 0)
  const goTo = ([lng, lat]: LngLat): void => {
    props.onGoingTo(false)
    view.flyTo([lng, lat], PLACE_ZOOM, false)
  }
  return (
    <div
      className={`map-box ${heatMode || back.at ? 'has-time' : ''}`}
      ref={box}
      aria-busy={status?.busy ?? true}
      data-context-losses={status?.contextLosses ?? 0}
    >
      <div className="map-place" id="map" tabIndex={-1}>
        <CityMap
          city={city}
          layers={layers}
          picture={picture}
          highlight={highlight}
          words={words}
          view={view.first}
          onMap={view.onMap}
          onView={view.onView}
          onPick={props.onPick}
          onStatus={props.onStatus}
        />
      </div>
      {measure.on ? (
        <svg className="cross stroke" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 2v8M12 14v8M2 12h8M14 12h8" />
        </svg>
      ) : null}
      <div className="float-top">
        {back.at ? (
          <ThenBanner at={back.at} waiting={back.waiting} fault={back.fault} onNow={() => back.choose(undefined)} />
        ) : null}
        {city.assetCount === 0 ? <EmptyCity area={city.area} /> : null}
        {goingTo ? <GoToPlace onGo={goTo} onClose={() => props.onGoingTo(false)} /> : null}
        {measure.on ? (
          <MeasureBar
            points={measure.points}
            onAdd={() => measure.add(view.centre())}
            onUndo={measure.undo}
            onClose={measure.close}
          />
        ) : null}
        {status?.failed ? (
          <p className="float map-note" role="status">
            {status.failed}
          </p>
        ) : null}
        {props.printFault ? (
          <p className="float map-note" role="alert">
            <b>{t('print.failed')}</b> {t('print.words')}
          </p>
        ) : null}
      </div>
      <MapTools
        measuring={measure.on}
        goingTo={goingTo}
        lookingBack={back.at !== undefined}
        onZoom={view.zoomBy}
        onExtent={view.toWhole}
        onMeasure={measure.toggle}
        onGoTo={() => props.onGoingTo(!goingTo)}
        onLookBack={back.toggle}
        onPrint={props.onPrint}
      />
      {city.assetCount > 0 && !listOpen ? (
        <Button className="list-opener" onClick={props.onList} title={`${t('list.open')} (L)`}>
          {t('list.open')}
        </Button>
      ) : null}
      {time && heatMode ? (
        <TimeBar
          mode={heatMode}
          days={time.days}
          extent={time.extent}
          today={time.today}
          domain={time.domain}
          bins={time.bins}
          count={t(heatMode === 'inspections' ? 'heat.inspectionCount' : 'heat.complaintCount', {
            n: number(time.count),
          })}
          playback={time.playback}
          things={back.at !== undefined}
          onThings={back.toggle}
          onDays={time.choose}
          onPreset={time.preset}
        />
      ) : back.at ? (
        <CityTimeBar
          at={back.at}
          reach={back.reach}
          playback={back.playback}
          onMove={back.move}
          onChoose={back.choose}
        />
      ) : null}
    </div>
  )
}
