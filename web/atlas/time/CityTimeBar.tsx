import './time.css'
import '../../charts/time-histogram.css'
import '../../charts/playback.css'
import './city-time.css'
import { type CSSProperties, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayWords } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import {
  type Moment,
  momentAt,
  msOf,
  type Reach,
  reachOfSpan,
  readMoment,
  SPANS,
  type Span,
  spanFor,
  stepMoment,
  ticksOf,
  within,
} from './city-moment.ts'
import type { CityPlayback } from './use-city-playback.ts'

interface CityTimeBarProps {
  at: Moment
  reach: Reach
  playback: CityPlayback
  onMove: (at: Moment) => void
  onChoose: (at: Moment) => void
}

const STEPS = [1, 6, 24]
const MINUTE_MS = 60_000

/** The time of the things, at the foot of the map: a slider over the last days or the whole log, steps and playback. */
export function CityTimeBar({ at, reach, playback, onMove, onChoose }: CityTimeBarProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [asked, ask] = useState<Span>()
  const least = spanFor(at, reach)
  const holds = asked !== undefined && msOf(at) >= reachOfSpan(asked, reach).firstMs
  const span = holds ? asked : least
  const { firstMs, lastMs } = reachOfSpan(span, reach)
  const step = (way: 1 | -1): void => onMove(stepMoment(at, way * playback.stepHours, reach))
  const spanName = (one: Span): string => (one === 'all' ? t('time.all') : t('time.lastDays', { n: one }))
  const stepName = (hours: number): string =>
    hours === 24 ? t('play.days', { count: 1 }) : t('then.hours', { count: hours })
  const spans: Span[] = [...SPANS.filter((days) => reachOfSpan(days, reach).firstMs > reach.firstMs), 'all']
  return (
    <section className="time-bar city-time" aria-label={t('then.title')}>
      <div className="time-line">
        <div className="time-presets">
          {spans.map((one) => (
            <Button
              key={one}
              small
              pressed={one === span}
              onClick={() => {
                ask(one)
                onMove(within(msOf(at), reachOfSpan(one, reach)))
              }}
            >
              {spanName(one)}
            </Button>
          ))}
        </div>
        <div className="city-time-steps">
          <Button small onClick={() => step(-1)} aria-label={t('then.back')} title={`${t('then.back')} ([)`}>
            ‹
          </Button>
          <input
            type="datetime-local"
            aria-label={t('then.moment')}
            value={at}
            min={momentAt(reach.firstMs)}
            max={momentAt(reach.lastMs)}
            onChange={(event) => {
              const chosen = readMoment(event.target.value, reach.lastMs)
              if (chosen) onChoose(within(msOf(chosen), reach))
            }}
            // Single keys act again once the moment is given.
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
            }}
          />
          <Button small onClick={() => step(1)} aria-label={t('then.on')} title={`${t('then.on')} (])`}>
            ›
          </Button>
        </div>
        <div className="playback">
          <label>
            {t('play.step')}
            <select value={playback.stepHours} onChange={(event) => playback.setStepHours(Number(event.target.value))}>
              {STEPS.map((hours) => (
                <option key={hours} value={hours}>
                  {stepName(hours)}
                </option>
              ))}
            </select>
          </label>
          <Button small pressed={playback.playing} onClick={playback.toggle} title={`${t('play.start')} (T)`}>
            {t(playback.playing ? 'play.stop' : 'play.start')}
          </Button>
        </div>
      </div>
      <input
        type="range"
        className="city-time-slider"
        style={{ '--done': `${((msOf(at) - firstMs) / Math.max(1, lastMs - firstMs)) * 100}%` } as CSSProperties}
        aria-label={t('then.moment')}
        aria-valuetext={`${dayWords(at.slice(0, 10), language)} ${at.slice(11)}`}
        min={firstMs / MINUTE_MS}
        max={lastMs / MINUTE_MS}
        value={msOf(at) / MINUTE_MS}
        onChange={(event) => onMove(momentAt(Number(event.target.value) * MINUTE_MS))}
        onKeyDown={(event) => {
          const way = ({ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 } as const)[event.key]
          if (!way) return
          event.preventDefault()
          step(way)
        }}
      />
      <div className="histogram-ticks" aria-hidden="true">
        {ticksOf({ firstMs, lastMs }).map(({ share, text }) => (
          <span key={text} style={{ left: `${share * 100}%` }}>
            {text}
          </span>
        ))}
      </div>
    </section>
  )
}
