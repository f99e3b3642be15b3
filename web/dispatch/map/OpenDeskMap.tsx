import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { City } from '../../../server/contract/city.ts'
import type { LayerPicture } from '../../api.ts'
import { useThemeOfPage } from '../../console/theme-of-page.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { CityMap } from '../../map/CityMap.tsx'
import type { MapPicture, MapStatus } from '../../map/city-map.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import { smoothPath } from '../../map/select/ring.ts'
import { type HotKeys, useHotKeys } from '../../ui/use-hot-keys.ts'
import { useMapWords } from '../../use-map-words.ts'
import { CrewList } from './CrewList.tsx'
import { type Base, DeskTools } from './DeskTools.tsx'
import { DragGhost } from './DragGhost.tsx'
import type { DeskMapProps } from './desk-map-props.ts'
import { EdgeCounts } from './EdgeCounts.tsx'
import { LayerToggles } from './LayerToggles.tsx'
import { SamePlace } from './SamePlace.tsx'
import { useDeskView } from './use-desk-view.ts'
import { useEdges } from './use-edges.ts'
import { FENCES, useFences } from './use-fences.ts'
import { useHands } from './use-hands.ts'
import { useMovers } from './use-movers.ts'
import { useOver } from './use-over.ts'
import { usePick } from './use-pick.ts'
import { usePulses } from './use-pulses.ts'

const NO_MEASURE: MapPicture['measure'] = []
const NO_RANKED: DeskMapProps['ranked'] = []
const NO_FILTER: MapPicture['statusFilter'] = {}
const CREW_ZOOM = 15.5

interface OpenDeskMapProps {
  city: City
  catalogue: LayerPicture[]
  props: DeskMapProps
}

/** The map of a city that has answered, and what floats on it. */
export function OpenDeskMap({ city, catalogue, props: given }: OpenDeskMapProps) {
  // An empty list that is another one at every drawing would have the ways drawn anew.
  const props = given.ranked.length === 0 ? { ...given, ranked: NO_RANKED } : given
  const { cases, opened, chosen, crews, ranked, now, crewsAt = now, onDispatch, extra, keys } = props
  const { t } = useTranslation()
  const [theme, language, words] = [useThemeOfPage(), useLanguage(), useMapWords(city)]
  const [status, setStatus] = useState<MapStatus>()
  const [surface, setSurface] = useState<MapSurface | null>(null)
  const [base, setBase] = useState<Base>('full')
  const [crewsOpen, setCrewsOpen] = useState(false)
  const [crew, setCrew] = useState<string | null>(null)
  const box = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const living = useRef<MapSurface | null>(null)
  const moversRef = useRef<ReturnType<typeof useMovers>['current']>(null)

  const view = useDeskView(city, props, living)
  const chooseCrew = (id: string): void => {
    setCrew(id)
    setCrewsOpen(true)
  }
  const hands = useHands({ props, box, surface: living, movers: moversRef, onCrew: chooseCrew })
  const { dragged } = hands
  const target = dragged?.held.kind === 'cases' ? (dragged.drop?.crewId ?? null) : null
  const movers = useMovers({ canvas, surface, crews, ranked, now: crewsAt, theme, chosen: crew, target })
  moversRef.current = movers.current
  const fences = useFences(props.layers.includes(FENCES))
  const over = useOver({ ...props, theme, area: hands.area, fences })
  const edges = useEdges(cases, surface, view.moves)
  const pick = usePick(props, living, hands.hands, view)
  usePulses(box.current, surface, cases, now)

  const layersText = props.layers.join()
  const shownLayers = useMemo(() => layersText.split(',').filter(Boolean), [layersText])
  const versions = useMemo(() => Object.fromEntries(catalogue.map(({ id, version }) => [id, version])), [catalogue])
  const picture = useMemo<MapPicture>(
    () => ({
      ...{ shownLayers, versions, theme, language, over, base },
      ...{ statusFilter: NO_FILTER, measure: NO_MEASURE, heat: null },
    }),
    [shownLayers, versions, theme, language, over, base],
  )
  const inHand = chosen.size > 0 ? [...chosen] : opened === null ? [] : [opened]
  const nameOf = (id: string): string => crews.find((one) => one.crew.id === id)?.crew.name ?? id
  const zoomIn = (): void => view.zoomBy(1)
  const acts: HotKeys = keys
    ? { [keys.chooseView]: pick.chooseView, [keys.zoomIn]: zoomIn, [keys.zoomOut]: () => view.zoomBy(-1) }
    : {}
  // The key of the plus sign, pressed without Shift.
  useHotKeys(keys?.zoomIn === '+' ? { '=': zoomIn, ...acts } : acts, keys !== undefined)

  return (
    <section
      ref={box}
      className={`desk-map ${hands.lassoOn ? 'is-lasso' : ''} ${dragged ? 'is-dragging' : ''} ${props.onPlace ? 'is-placing' : ''}`}
      aria-label={t('dispatch.map.title')}
      aria-busy={status?.busy ?? true}
      data-context-losses={status?.contextLosses ?? 0}
      data-cases={cases.length}
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
        onPick={pick.onPick}
        onStatus={setStatus}
        onSurface={(next) => {
          living.current = next
          setSurface(next)
          if (next) view.arrived()
        }}
      />
      <canvas ref={canvas} className="desk-movers" />
      {hands.line ? (
        <svg className="desk-line" aria-hidden="true">
          <path d={smoothPath(hands.line)} />
        </svg>
      ) : null}
      <EdgeCounts
        edges={edges}
        onGo={(nearest) => {
          const one = cases[nearest]
          if (one) view.goTo(one.location)
        }}
      />
      <div className="desk-float-top">
        <LayerToggles catalogue={catalogue} shown={shownLayers} onShown={props.onLayers} />
        <CrewList
          {...{ crews, ranked, now: crewsAt, open: crewsOpen, chosen: crew, cases: inHand.length }}
          onToggle={() => {
            setCrewsOpen(!crewsOpen)
            setCrew(null)
          }}
          onCrew={(id) => {
            setCrew(id)
            const place = crews.find((one) => one.crew.id === id)?.position?.location
            if (place) view.goTo(place, CREW_ZOOM)
          }}
          onDispatch={(crewId) => onDispatch(inHand, crewId)}
        />
        {hands.lassoOn ? (
          <p className="desk-note" role="status">
            {t('dispatch.map.lassoHint')}
          </p>
        ) : null}
        {props.onPlace ? (
          <p className="desk-note" role="status">
            {t('day.placeHint')}
          </p>
        ) : null}
        {status?.failed ? (
          <p className="desk-note" role="status">
            {status.failed}
          </p>
        ) : null}
      </div>
      <DeskTools
        lassoOn={hands.lassoOn || hands.area !== null}
        base={base}
        keys={keys}
        onZoom={view.zoomBy}
        onLasso={() => {
          hands.setArea(null)
          hands.setLassoOn(!hands.lassoOn)
        }}
        onChooseView={pick.chooseView}
        onBase={setBase}
        onWhole={view.toWhole}
      />
      {pick.same ? <SamePlace {...pick.same} {...props} cases={pick.same.cases} onClose={pick.closeSame} /> : null}
      {dragged?.drop && dragged.held.kind === 'crew' && surface ? (
        <i className="desk-target" style={placeAt(surface.toPixel(dragged.drop.lngLat))} />
      ) : null}
      {dragged ? <DragGhost dragged={dragged} nameOf={nameOf} /> : null}
      {extra ? <div className="desk-extra">{extra}</div> : null}
    </section>
  )
}

const placeAt = ([x, y]: readonly [number, number]): React.CSSProperties => ({ left: x, top: y })
