import './frame.css'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { City } from '../../server/contract/city.ts'
import type { PanelId, WallEvents, WallFigures } from '../../server/contract/wall.ts'
import { moment } from '../format.ts'
import type { ScaleBar } from '../map/scale-bar.ts'
import { oldSince } from './old-since.ts'
import { PanelGuard } from './PanelGuard.tsx'
import { PanelAge } from './panels/panel-age.ts'
import { PANELS, SOURCES } from './panels/panels.ts'
import type { Part } from './part.ts'
import type { Shown } from './use-scenes.ts'
import { WallHeader } from './WallHeader.tsx'
import { WallLegend } from './WallLegend.tsx'
import { WallTicker } from './WallTicker.tsx'

/** What the panels say changes with the figures and by the minute, not every second. */
const PANEL_STEP_MS = 30_000
/** An event's age is told in minutes. */
const TICKER_STEP_MS = 5_000

export interface FrameProps {
  city: City | undefined
  figures: WallFigures | undefined
  events: WallEvents | undefined
  shown: Shown | undefined
  now: number
  answeredMs: number
  scale: ScaleBar | undefined
  legend: { dataAt: string | undefined; isOld: boolean }
  part: Part | null
}

/** All that stands before the map. It spans the whole of a video wall, and each screen shows its piece of it. */
export function WallFrame({ city, figures, events, shown, now, answeredMs, scale, legend, part }: FrameProps) {
  const { panels, id } = shown?.scene ?? {}
  const step = Math.floor(now / PANEL_STEP_MS) * PANEL_STEP_MS
  const since = Math.floor(answeredMs / PANEL_STEP_MS) * PANEL_STEP_MS
  const tick = Math.floor(now / TICKER_STEP_MS) * TICKER_STEP_MS
  const of = part?.of ?? 1
  const span = { width: `${of * 100}vw`, left: `${-(part?.index ?? 0) * 100}vw` }
  return (
    <main className={of % 2 === 0 ? 'wall-frame is-even' : 'wall-frame'} style={span} data-scene={id}>
      <div className="wall-scrim" />
      <WallHeader city={city} figures={figures} shown={shown} now={now} answeredMs={answeredMs} />
      {figures && panels ? (
        <>
          <Column key={`${id} left`} side="left" panels={panels.left} {...{ figures, answeredMs: since }} now={step} />
          <Column
            key={`${id} right`}
            side="right"
            panels={panels.right}
            {...{ figures, answeredMs: since }}
            now={step}
          />
        </>
      ) : null}
      <footer className="wall-foot">
        {panels?.foot === 'none' ? null : <WallTicker events={events?.events} crews={figures?.crews} now={tick} />}
        <WallLegend city={city} scale={scale} dataAt={legend.dataAt} isOld={legend.isOld} />
      </footer>
    </main>
  )
}

const Column = memo(function Column({
  side,
  panels,
  figures,
  now,
  answeredMs,
}: {
  side: 'left' | 'right'
  panels: readonly PanelId[]
  figures: WallFigures
  now: number
  answeredMs: number
}) {
  const { t } = useTranslation()
  const ageOf = (id: PanelId): string | undefined => {
    const source = SOURCES[id]
    const asOf = source === undefined ? undefined : oldSince(figures, source, answeredMs)
    return asOf === undefined ? undefined : t('wall.asOf', { time: moment(asOf, now) })
  }
  return (
    <section className={`wall-column is-${side}`} data-panels={panels.length}>
      {panels.map((id) => {
        const Panel = PANELS[id]
        return (
          <PanelGuard key={id}>
            <PanelAge value={ageOf(id)}>
              <Panel figures={figures} now={now} />
            </PanelAge>
          </PanelGuard>
        )
      })}
    </section>
  )
})
