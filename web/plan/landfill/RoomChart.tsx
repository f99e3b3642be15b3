import { type CSSProperties, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import { drawLandfillChart, inksOf } from '../../charts/draw-landfill-chart.ts'
import { dayTicks, halfYears, landfillSeries } from '../../charts/landfill-series.ts'
import { useChart } from '../../charts/use-chart.ts'
import { useThemeOfPage } from '../../console/theme-of-page.ts'
import { useNow } from '../../console/use-now.ts'
import { number } from '../../format.ts'
import { curveOf, roomUntil } from './curve-of.ts'
import type { TrialAnswer } from './trial.ts'

/** The chart of the walls is written in hundredths of a window's height: on a desk one is 8 px, which makes its labels 12. */
const PX = 8
/** Beside the ticks of days nothing else is written. */
const APART = 0.13
const at = (share: number): CSSProperties => ({ '--at': share }) as CSSProperties

/** Room over time: surveys, the likely way on, P10 to P90, and what is tried. */
export function RoomChart({ outlook, answer }: { outlook: LandfillOutlook; answer: TrialAnswer | undefined }) {
  const { t } = useTranslation()
  const theme = useThemeOfPage()
  const now = useNow(60_000)
  const unit = t('landfill.tenThousandM3')
  const likely = answer?.likely
  // The axis moves by half-years, so that a slider does not shake it.
  const untilMs = roomUntil(outlook, likely)
  const series = useMemo(() => landfillSeries(curveOf(outlook), untilMs), [outlook, untilMs])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours are read from the page
  const draw = useMemo(() => {
    const style = getComputedStyle(document.documentElement)
    const trial = likely?.length ? { likely, ink: style.getPropertyValue('--accent').trim() } : undefined
    const option = drawLandfillChart(series, inksOf(style, '--n-2'), unit, trial)(PX)
    return () => option
  }, [series, unit, likely, theme])
  const box = useChart(draw)
  const daysLeft = outlook.foresight?.daysLeft
  const ticks = daysLeft ? dayTicks({ daysLeft }, series, now, 0.11) : []
  const [last] = series.curve.slice(-1)
  const lastAt = last ? (last[0] - series.from) / (series.to - series.from) : 0
  const words = t('landfill.roomAt', { n: number(outlook.remainingM3 / 10_000, 2) })
  return (
    <div className="lf-curve">
      <div className="lf-chart" ref={box} role="img" aria-label={`${t('landfill.chart')} ${words}`} />
      {last ? (
        <span
          className={lastAt > 0.6 ? 'lf-survey is-left' : 'lf-survey'}
          style={{ ...at(lastAt), '--up': last[1] / series.top } as CSSProperties}
        >
          {words}
        </span>
      ) : null}
      <div className="lf-time" aria-hidden="true">
        {halfYears(series)
          .filter(({ at: share }) => ticks.every((tick) => Math.abs(tick.at - share) > APART) && share < 0.94)
          .map(({ label, at: share }) => (
            <span key={label} className={share < 0.06 ? 'is-first' : undefined} style={at(share)}>
              {label}
            </span>
          ))}
        {ticks.map(({ days, at: share, isLikely }) => (
          <span key={days} className={isLikely ? 'lf-tick is-likely' : 'lf-tick'} style={at(Math.min(share, 0.96))}>
            {number(days)}
          </span>
        ))}
      </div>
    </div>
  )
}
