import { type CSSProperties, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LandfillFigure } from '../../../server/contract/wall.ts'
import { drawLandfillChart, inksOf } from '../../charts/draw-landfill-chart.ts'
import { dayTicks, halfYears, landfillSeries } from '../../charts/landfill-series.ts'
import { useChart } from '../../charts/use-chart.ts'
import { number } from '../../format.ts'
import { useShownTheme } from '../use-shown-theme.ts'

const at = (share: number): CSSProperties => ({ '--wp-at': share }) as CSSProperties
/** Beside the ticks of days nothing else is written. */
const APART = 0.14

/** Room over time. `now`: Unix ms. */
export function LandfillChart({ landfill, now }: { landfill: LandfillFigure; now: number }) {
  const { t } = useTranslation()
  const unit = t('wallPanel.tenThousandM3')
  // Drawn anew when a survey came, and not with every second of the clock.
  const key = JSON.stringify([landfill.curve, landfill.forecast])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is what `landfill` says here
  const series = useMemo(() => landfillSeries(landfill), [key])
  const theme = useShownTheme()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours of the page are those of `theme`
  const draw = useMemo(
    () => drawLandfillChart(series, inksOf(getComputedStyle(document.documentElement)), unit),
    [series, unit, theme],
  )
  const box = useChart(draw)
  const ticks = dayTicks(landfill, series, now)
  const [last] = series.curve.slice(-1)
  const lastAt = last ? (last[0] - series.from) / (series.to - series.from) : 0
  const words = t('wallPanel.landfillRoom', { n: number(landfill.remainingM3 / 10_000, 2) })
  return (
    <div className="wp-curve">
      <div className="wp-chart" ref={box} role="img" aria-label={`${t('wallPanel.landfill')} ${words}`} />
      {last ? (
        <span className={lastAt > 0.6 ? 'wp-survey is-left' : 'wp-survey'} style={survey(lastAt, last[1] / series.top)}>
          {words}
        </span>
      ) : null}
      <div className="wp-time">
        {halfYears(series)
          .filter(({ at: share }) => ticks.every((tick) => Math.abs(tick.at - share) > APART))
          .map(({ label, at: share }) => (
            <span key={label} className={share < 0.06 ? 'is-first' : undefined} style={at(share)}>
              {label}
            </span>
          ))}
        {ticks.map(({ days, at: share, isLikely }) => (
          <span key={days} className={isLikely ? 'wp-tick is-likely' : 'wp-tick'} style={at(Math.min(share, 0.97))}>
            {number(days)}
          </span>
        ))}
      </div>
    </div>
  )
}

const survey = (share: number, height: number): CSSProperties =>
  ({ '--wp-at': share, '--wp-up': height }) as CSSProperties
