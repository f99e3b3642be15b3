import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { getCity } from '../api.ts'
import { liveState, useLiveIs } from '../live.ts'
import { useAlarms } from '../live-alarms.ts'
import type { ScaleBar } from '../map/scale-bar.ts'
import { EmergencyView } from './emergency/EmergencyView.tsx'
import { useEndurance } from './endure/use-endurance.ts'
import { WallMap } from './map/WallMap.tsx'
import { readPart } from './part.ts'
import { useScenes } from './use-scenes.ts'
import { useServerClock } from './use-server-clock.ts'
import { useWallFigures } from './use-wall-figures.ts'
import { WallFrame } from './WallFrame.tsx'
import { WallLegend } from './WallLegend.tsx'

const CITY_EVERY_MS = 300_000
/** The stream tells of itself every 15 s. */
const SILENT_MS = 35_000

/** The wall at work: the map fills it, the frame of the scene stands before, and an emergency that nobody has acknowledged takes its place. */
export function WallStage() {
  const part = useMemo(() => readPart(location.search), [])
  const { data: city } = useQuery({
    queryKey: ['city'],
    queryFn: ({ signal }) => getCity(signal),
    ...{ refetchInterval: CITY_EVERY_MS, refetchIntervalInBackground: true },
  })
  const { figures, events, cameAt } = useWallFigures()
  const { now, read } = useServerClock(figures?.at, cameAt)
  const { open, silent } = useAlarms()
  const alarm = open[0] ?? null
  const shown = useScenes({ now: read, held: alarm !== null, part })
  const [scale, setScale] = useState<ScaleBar>()
  useEndurance({ scene: shown?.scene.id ?? null, dataAt: figures?.at, part })
  const isHeard = useLiveIs() === 'connected'
  const { heardAt } = liveState()
  // Heard of by the screen's own clock, said by the server's.
  const silentMs = heardAt === 0 ? Number.POSITIVE_INFINITY : Date.now() - heardAt
  const heard = Math.max(figures ? Date.parse(figures.at) : 0, heardAt === 0 ? 0 : now - Math.max(0, silentMs))
  const legend = {
    dataAt: heard === 0 ? undefined : secondsOf(heard),
    isOld: !isHeard && silentMs > SILENT_MS && performance.now() - cameAt > SILENT_MS,
  }
  return (
    <div className="wall-stage">
      {shown ? (
        <WallMap
          scene={shown.scene}
          since={shown.since}
          figures={figures}
          alarm={alarm}
          now={now}
          part={part}
          onScale={setScale}
        />
      ) : null}
      {alarm ? (
        <EmergencyView
          {...{ alarm, figures, now, silent, part }}
          legend={<WallLegend city={city} scale={scale} {...legend} />}
        />
      ) : (
        <WallFrame
          {...{ city, figures, events, shown, now, scale, legend, part }}
          answeredMs={figures ? performance.now() - cameAt : 0}
        />
      )}
    </div>
  )
}

/** 21:36:05 in business time. */
const secondsOf = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().slice(11, 19)
