import './time.css'
import { useTranslation } from 'react-i18next'
import { type Days, dayText, lengthOf } from '../../charts/day-number.ts'
import {
  type Bin,
  binDays,
  daysOfPreset,
  moveEnd,
  type Preset,
  presetsOf,
  sameDays,
  shiftDays,
} from '../../charts/day-window.ts'
import { PlaybackControls } from '../../charts/PlaybackControls.tsx'
import { TimeHistogram } from '../../charts/TimeHistogram.tsx'
import { ticksOf } from '../../charts/time-ticks.ts'
import type { Playback } from '../../charts/use-playback.ts'
import { dayWords, number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { HeatLegend } from '../heat/HeatLegend.tsx'
import type { HeatMode } from '../picture.ts'

interface TimeBarProps {
  mode: HeatMode
  days: Days
  extent: Days
  today: number
  /** What the bar spans. */
  domain: Days
  bins: Bin[]
  /** Of the chosen days: 213 件. */
  count: string
  playback: Playback
  /** Whether the things are of the end of the days, too. */
  things: boolean
  onThings: () => void
  onDays: (days: Days) => void
  onPreset: (days: Days) => void
}

/** The time of the heat map, at the foot of the map. */
export function TimeBar(props: TimeBarProps) {
  const { mode, days, extent, today, domain, bins, count, playback, things, onThings, onDays, onPreset } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = (preset: Preset): string =>
    preset.kind === 'last'
      ? t('time.lastDays', { n: preset.days })
      : preset.kind === 'year'
        ? t('time.year', { year: preset.year })
        : t('time.all')
  const peak = Math.max(0, ...bins.map((bin) => bin.count))
  return (
    <section className="time-bar" aria-label={t('time.title')}>
      <div className="time-line">
        <div className="time-presets">
          {presetsOf(extent, today).map((preset) => {
            const of = daysOfPreset(preset, extent, today)
            return (
              <Button key={nameOf(preset)} small pressed={sameDays(of, days)} onClick={() => onPreset(of)}>
                {nameOf(preset)}
              </Button>
            )
          })}
        </div>
        <p className="time-chosen" aria-live="off">
          <b>
            {dayWords(dayText(days.first), language)} – {dayWords(dayText(days.last), language)}
          </b>
          <span>{t('time.length', { count: lengthOf(days) })}</span>
          <span>{count}</span>
        </p>
        <Button small pressed={things} onClick={onThings} title={`${t('then.thingsHint')} (B)`}>
          {t('then.things')}
        </Button>
        <PlaybackControls
          playback={playback}
          windowDays={lengthOf(days)}
          onWindow={(length) => onDays(shiftDays({ first: days.last - length + 1, last: days.last }, 0, domain))}
        />
      </div>
      <div className="heat-narrow">
        <HeatLegend mode={mode} />
      </div>
      <TimeHistogram
        bins={bins}
        first={days.first}
        last={days.last}
        ticks={ticksOf(domain)}
        most={t(binDays(domain) === 1 ? 'time.mostDay' : 'time.mostWeek', { n: number(peak) })}
        words={{
          start: t('time.start'),
          end: t('time.end'),
          window: t('time.window'),
          startValue: dayWords(dayText(days.first), language),
          endValue: dayWords(dayText(days.last), language),
        }}
        onEnd={(end, day) => onDays(moveEnd(days, end, day, domain))}
        onShift={(by) => onDays(shiftDays(days, by, domain))}
        onWindow={(first, last) => onDays({ first, last })}
      />
    </section>
  )
}
