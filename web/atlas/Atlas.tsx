import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { City } from '../../server/contract/city.ts'
import type { LayerPicture } from '../api.ts'
import type { Highlighted, MapStatus } from '../map/city-map.ts'
import { CellCard } from './heat/CellCard.tsx'
import { cellShape } from './heat/cell-bounds.ts'
import { withMode } from './heat/HeatPanel.tsx'
import { useRoadNames } from './heat/use-road-names.ts'
import { LeftPanel } from './LeftPanel.tsx'
import { shownLayersOf, shownStatuses } from './layers/status-filter.ts'
import { useZoomToLayer } from './layers/use-zoom-to-layer.ts'
import { ListTwin } from './list/ListTwin.tsx'
import { MapStage } from './MapStage.tsx'
import { HEAT_MODES, hasCard, type Picture } from './picture.ts'
import { PrintFrame } from './print/PrintFrame.tsx'
import { usePrint } from './print/use-print.ts'
import { useAsset } from './queries.ts'
import type { Picked } from './search/use-search-pick.ts'
import { centreOf } from './thing/centre-of.ts'
import { ThingCard } from './thing/ThingCard.tsx'
import { instantOf } from './time/city-moment.ts'
import { useHeatTime } from './time/use-heat-time.ts'
import { useLookingBack } from './time/use-looking-back.ts'
import { useMeasure } from './tools/use-measure.ts'
import { useAtlasKeys } from './use-atlas-keys.ts'
import { useMapPicture } from './use-map-picture.ts'
import { useMapView } from './use-map-view.ts'
import type { Change } from './use-picture.ts'
import type { Screen } from './use-screen.ts'
import { useSelection } from './use-selection.ts'

interface AtlasProps {
  city: City
  layers: LayerPicture[]
  screen: Screen
  picture: Picture
  change: Change
  keysOn: boolean
  picked: Picked | undefined
}

/** The map page of a city that has answered. */
export function Atlas({ city, layers: layersNow, screen, picture, change, keysOn, picked }: AtlasProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLDivElement>(null)
  const [status, setStatus] = useState<MapStatus>()
  const time = useHeatTime(city, picture, change)
  const back = useLookingBack({ city, layers: layersNow, picture, mapBusy: status?.busy ?? true }, time, change)
  const layers = back.layers ?? layersNow
  const at = back.shownAt && instantOf(back.shownAt)
  const view = useMapView(city, layers, picture, change, box)
  const measure = useMeasure()
  const selection = useSelection(layers, change, view, measure, picked)
  const printing = usePrint(view.map)
  const roadOf = useRoadNames(city, layers, picture.heat !== undefined || picture.cell !== undefined)
  const thing = useAsset(picture.thing, city.seq, at).data
  const [hovered, setHovered] = useState<Highlighted | null>(null)
  const [goingTo, setGoingTo] = useState(false)
  const map = useMapPicture({
    ...{ city, layers, picture, screen, heat: time.heat, measure: measure.points },
    ...{ moments: back.moments, awaited: back.layers === undefined },
  })

  const grid = time.heat.picture?.cells.grid
  const chosen = useMemo<Highlighted | null>(() => {
    if (thing) return { layer: thing.layer, id: thing.id, geometry: thing.geometry }
    return picture.cell && grid ? { layer: 'heat', id: 'cell', geometry: cellShape(grid, picture.cell) } : null
  }, [thing, picture.cell, grid])
  const shown = shownLayersOf(picture, layers)
  const listable = layers.filter(({ id }) => shown.includes(id) || id === picture.list)
  const listed = picture.list === undefined ? undefined : (layers.find(({ id }) => id === picture.list) ?? listable[0])
  const openList = (): void =>
    change((before) => ({
      ...before,
      list: before.list ? undefined : (thing?.layer ?? listable[0]?.id ?? layers[0]?.id),
    }))
  const nextHeat = HEAT_MODES[picture.heat ? HEAT_MODES.indexOf(picture.heat) + 1 : 0]
  const card = hasCard(picture)
  const zoomTo = useZoomToLayer(layers, view, change)

  // A thing that a link names and no view: the link means the thing, so the map goes to it.
  const arrived = useRef(picture.view !== undefined || picture.thing === undefined)
  useEffect(() => {
    if (arrived.current || !thing || !view.bbox) return
    arrived.current = true
    selection.openThing(thing.id, centreOf(thing.geometry))
  }, [thing, view.bbox, selection])

  useAtlasKeys(
    {
      list: openList,
      heat: () => change((before) => withMode(before, nextHeat)),
      problems: () => change((before) => ({ ...before, problemsOnly: !before.problemsOnly })),
      play: () => (picture.heat ? time : back).playback.toggle(),
      step: (way) => (picture.heat ? time : back).step(way),
      lookBack: back.toggle,
      lookingBack: back.at !== undefined && picture.heat === undefined,
      zoom: view.zoomBy,
      extent: view.toWhole,
      goTo: () => setGoingTo((before) => !before),
      measure: measure.toggle,
      measuring: measure.on ? { add: () => measure.add(view.centre()), undo: measure.undo } : undefined,
      escape: () => {
        if (goingTo) setGoingTo(false)
        else if (measure.on) measure.close()
        else if (card) selection.close()
        else if (time.playback.playing) time.playback.stop()
        else if (back.playback.playing) back.playback.stop()
        else if (picture.list) change((before) => ({ ...before, list: undefined }))
        else if (back.at) back.choose(undefined)
      },
    },
    keysOn,
  )

  return (
    <>
      <LeftPanel
        layers={layers}
        heat={time.heat}
        days={time.days}
        picture={picture}
        change={change}
        roadOf={roadOf}
        view={view}
        onCell={selection.openCell}
        onZoomTo={zoomTo}
      />
      <main className={`stage ${card ? 'has-card' : ''}`} aria-label={t('nav.map')}>
        <MapStage
          box={box}
          city={map.city}
          layers={map.layers}
          picture={map.picture}
          highlight={hovered ?? chosen}
          view={view}
          measure={measure}
          time={time}
          back={back}
          heatMode={picture.heat}
          status={status}
          printFault={printing.fault}
          goingTo={goingTo}
          listOpen={listed !== undefined}
          onGoingTo={setGoingTo}
          onList={openList}
          onPrint={printing.print}
          onPick={selection.onPick}
          onStatus={setStatus}
        />
        {listed && view.bbox ? (
          <ListTwin
            layers={listable}
            layer={listed}
            bbox={view.bbox}
            statuses={shownStatuses(listed, picture)}
            sort={picture.sort}
            seq={city.seq}
            selected={picture.thing}
            onLayer={(list) => change((before) => ({ ...before, list, sort: undefined }), 'replace')}
            onSort={(sort) => change((before) => ({ ...before, sort }), 'replace')}
            onThing={selection.openThing}
            onHighlight={setHovered}
            onClose={openList}
          />
        ) : null}
        {picture.thing ? (
          <ThingCard
            id={picture.thing}
            layers={layers}
            seq={city.seq}
            at={at}
            onClose={selection.close}
            onThing={selection.openThing}
            onFly={(place) => view.flyTo(place, 17, true)}
          />
        ) : picture.cell && picture.heat ? (
          <CellCard
            place={picture.cell}
            heat={time.heat}
            days={time.days}
            layers={layers}
            sources={picture.sources}
            classes={picture.classes}
            roadOf={roadOf}
            onThing={selection.openThing}
            onFly={(place) => view.flyTo(place, 16, true)}
            onClose={selection.close}
          />
        ) : null}
      </main>
      <PrintFrame image={printing.image} city={city} layers={layers} picture={picture} at={back.shownAt} />
    </>
  )
}
