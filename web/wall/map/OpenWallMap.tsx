import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { City } from '../../../server/contract/city.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { LayerPicture } from '../../api.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { pixelsPerMetre } from '../../map/basemap/metres.ts'
import { CityMap } from '../../map/CityMap.tsx'
import type { CityMap as Living, MapStatus } from '../../map/city-map.ts'
import type { MapSurface } from '../../map/map-surface.ts'
import { scaleBar } from '../../map/scale-bar.ts'
import { useMapWords } from '../../use-map-words.ts'
import { useEmergency } from '../emergency/use-emergency.ts'
import { noteFrame } from '../endure/painted.ts'
import { tellLosses } from '../endure/tell-losses.ts'
import { AlarmPlace } from './AlarmPlace.tsx'
import { aimOf } from './aim-of.ts'
import type { Moved } from './camera-rule.ts'
import { MAP_HEIGHT, MAP_PIXELS, viewOf } from './fit-view.ts'
import { HeatKey } from './HeatKey.tsx'
import { lateOf, lit } from './late-cases.ts'
import { themeOfScene } from './night.ts'
import type { Spot } from './place-callouts.ts'
import { restyle } from './restyle.ts'
import { ThemeVeil } from './ThemeVeil.tsx'
import { playedSince } from './time-lapse.ts'
import { useCamera } from './use-camera.ts'
import { useCrewCanvas } from './use-crew-canvas.ts'
import { usePulses } from './use-pulses.ts'
import { useRedVisits } from './use-red-visits.ts'
import { isStill, useScreenSize } from './use-screen-size.ts'
import { useSkyTheme } from './use-sky-theme.ts'
import { useWallCases } from './use-wall-cases.ts'
import { useWallHeat } from './use-wall-heat.ts'
import { useWallPicture } from './use-wall-picture.ts'
import { WallCallouts } from './WallCallouts.tsx'
import type { WallMapProps } from './WallMap.tsx'
import { footOf, insetsOf, wholeWidth } from './wall-frame-insets.ts'

interface OpenWallMapProps extends WallMapProps {
  city: City
  catalogue: LayerPicture[]
}

/** Lights change with time alone, and nobody sees a few seconds of it on a map. */
const LIGHT_MS = 5_000
/** A camera that follows the late looks at each so long. */
const LOOK_MS = 20_000
const MOST_FOLLOWED = 6
/** What is told of an emergency comes in this time, or the camera does not wait for it. */
const ANSWER_MS = 1_500
const SCALE: number = 10 * MAP_PIXELS

/** The map of a city that has answered. All places over it are in vh of the whole wall, of which a screen of several shows its piece. */
export function OpenWallMap({ city, catalogue, ...props }: OpenWallMapProps) {
  const { scene, since, figures, alarm, now, part, onReady, onScale } = props
  const [language, words, size, still] = [useLanguage(), useMapWords(city), useScreenSize(), isStill()]
  const tick = Math.floor(now / LIGHT_MS) * LIGHT_MS
  const theme = useSkyTheme(themeOfScene(scene, city.centre, tick), alarm !== null)

  const open = useWallCases()
  const cases = useMemo(() => open && lit(open, tick), [open, tick])
  const late = useMemo(() => lateOf(cases ?? [], tick), [cases, tick])
  const told = useEmergency(alarm?.id)
  const alarmed = useSince(alarm?.id ?? null, now)
  const shown = useSince(scene.id, now)
  const begun = since ?? shown
  const heat = useWallHeat({
    city,
    scene,
    now,
    since: playedSince(begun, now, scene.seconds),
    days: figures?.minus.days,
    still,
  })

  const [surface, setSurface] = useState<MapSurface | null>(null)
  const [views, setViews] = useState(0)
  const map = useRef<Living | null>(null)
  const [moved, setMoved] = useState<Moved>()
  const hasAlarm = alarm !== null
  const insets = useMemo(() => insetsOf(scene, hasAlarm), [scene, hasAlarm])
  const width = wholeWidth(size.width, size.height, part)
  const visit = useRedVisits(cases, tick, moved)
  const way = told?.crew?.way ?? null
  const isAlarm = alarm !== null && (told !== undefined || now - alarmed > ANSWER_MS)
  const isShown = moved?.key.startsWith(`alarm:${alarm?.id}:`) ?? false
  const place = (of: { id: string; location: LngLat }) => ({ id: of.id, lngLat: of.location })
  const aim = aimOf({
    ...{ city, scene, late: late.slice(0, MOST_FOLLOWED).map(({ of }) => place(of)) },
    alarm: isAlarm ? { ...place(alarm), way: way?.line ?? [], metres: way?.metres ?? 0, isShown } : null,
    visit: visit && place(visit.of),
    beat: Math.floor((part ? now : now - begun) / LOOK_MS),
  })
  const camera = useCamera({ map, aim, width, insets, part, now })
  useEffect(() => setMoved(camera.moved), [camera.moved])

  const onMap = useMemo(
    () => alarm && { id: alarm.id, lngLat: alarm.location, way: way?.line ?? [], crow: way?.along === 'crow' },
    [alarm, way],
  )
  const picture = useWallPicture({
    scene,
    catalogue,
    theme,
    language,
    heat: heat.picture,
    cases: cases ?? [],
    alarm: onMap,
  })

  const canvas = useMemo(() => ({ pixelRatio: (size.height * size.ratio) / MAP_HEIGHT, still: true, restyle }), [size])
  const left = (part ? part.index / part.of : 0) * width
  // biome-ignore lint/correctness/useExhaustiveDependencies: `views` says that the map stands elsewhere
  const spotAt = useCallback(
    (lngLat: LngLat): Spot => {
      const [x, y] = surface?.toPixel(lngLat) ?? [0, 0]
      return [x / MAP_PIXELS + left, y / MAP_PIXELS]
    },
    [surface, views, left],
  )
  const spotOf = useCallback((of: { location: LngLat }) => spotAt(of.location), [spotAt])
  const stands = surface !== null && !camera.isMoving && views > 0
  const over = useRef<HTMLDivElement>(null)
  usePulses(over, cases, tick, stands ? spotOf : undefined)
  const crews = useCrewCanvas({ surface, theme, now, isHidden: alarm !== null, cases, left })
  const crewsAt = useCallback(() => crews.places().map(spotAt), [crews.places, spotAt])
  const marks = useMemo(() => (cases ?? []).map(({ of }) => spotOf(of)), [cases, spotOf])
  const alarmAt = alarm && isShown && stands ? spotAt(alarm.location) : null
  const sentFrom = told?.crew?.position?.location

  const ready = useRef(false)
  const lost = useMemo(tellLosses, [])
  const life = useRef<HTMLDivElement>(null)
  const onStatus = ({ loaded, busy, contextLosses }: MapStatus): void => {
    lost(contextLosses)
    life.current?.setAttribute('data-busy', String(busy || !loaded))
    if (!loaded || busy || ready.current) return
    ready.current = true
    onReady?.()
  }
  const first = useRef(viewOf(aim.target, { width, insets, part }))
  return (
    <div
      ref={life}
      className="wall-map-life"
      data-theme-of={theme}
      data-aim={camera.moved?.key}
      data-stands={stands}
      data-there={camera.isThere}
      data-cases={cases?.length}
    >
      <div
        className="wall-map-scaled"
        style={{
          width: (size.width / size.height) * MAP_HEIGHT,
          height: MAP_HEIGHT,
          scale: String(size.height / MAP_HEIGHT),
        }}
      >
        <CityMap
          key={canvas.pixelRatio}
          {...{ city, picture, words, canvas, onStatus }}
          layers={catalogue}
          highlight={null}
          view={first.current}
          onMap={(next) => {
            map.current = next
          }}
          onView={({ zoom, lat }) => {
            camera.stands()
            setViews((n) => n + 1)
            const { metres, pixels } = scaleBar(1 / pixelsPerMetre(zoom, lat), SCALE)
            onScale?.({ metres, pixels: (pixels / MAP_HEIGHT) * size.height })
          }}
          onPick={() => undefined}
          onSurface={(next) => {
            next?.onDraw(noteFrame)
            if (next) camera.again()
            setSurface(next)
            setViews((n) => n + 1)
          }}
        />
      </div>
      <canvas ref={crews.trails} className="wall-map-crews" />
      <canvas ref={crews.dots} className="wall-map-crews" />
      <ThemeVeil theme={theme} />
      <div ref={over} className="wall-map-over" style={{ width: `${width}vh`, left: `${-left}vh` }}>
        {stands && !alarm ? (
          <WallCallouts
            {...{ spotOf, marks, width, insets }}
            late={late}
            crews={crews.count}
            crewsAt={crewsAt}
            onWords={crews.keepOff}
            turned={visit && camera.moved?.key === `visit:${visit.id}` ? visit.id : null}
          />
        ) : null}
        {scene.map.heat && !alarm ? (
          <HeatKey
            mode={scene.map.heat}
            lapse={heat.lapse}
            days={figures?.minus.days ?? 30}
            bottom={footOf(scene) + 1}
          />
        ) : null}
        {alarm && alarmAt ? (
          <AlarmPlace
            at={alarmAt}
            ring={ringOf(spotAt, alarm.location)}
            crew={told?.crew && sentFrom ? { at: spotAt(sentFrom), of: told.crew } : null}
          />
        ) : null}
      </div>
    </div>
  )
}

/** Since when something is as it is, by the clock of the wall; one that is set back begins anew. */
function useSince(what: string | null, now: number): number {
  const since = useRef({ what, at: now })
  if (since.current.what !== what || now < since.current.at) since.current = { what, at: now }
  return since.current.at
}

/** Radius of the ring of 50 m, in vh. */
function ringOf(spotAt: (place: LngLat) => Spot, [lng, lat]: LngLat): number {
  const [a, b] = [spotAt([lng, lat]), spotAt([lng, lat + 50 / 111_132])]
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}
