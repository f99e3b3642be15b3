import { useTranslation } from 'react-i18next'
import type { Scene } from '../../../server/contract/wall.ts'
import { clock, dayOf } from '../../format.ts'
import { DIFFERENCE_STEPS, HEAT_STEPS } from '../../map/heat-cells.ts'
import { beginOf } from './time-lapse.ts'
import { DAY_STEPS, type WallHeat } from './use-wall-heat.ts'
import type { Vh } from './wall-frame-insets.ts'

export interface HeatKeyProps {
  mode: NonNullable<Scene['map']['heat']>
  lapse: WallHeat['lapse']
  days: number
  /** Of its lower edge from the foot of the wall. */
  bottom: Vh
}

const TITLES = {
  complaints: 'wall.map.complaints',
  inspections: 'wall.map.inspections',
  difference: 'wall.map.difference',
} as const

const RAMPS = {
  heat: [1, 2, 3, 4, 5, 6].map((step) => `var(--heat-${step})`),
  difference: ['m3', 'm2', 'm1', '0', 'p1', 'p2', 'p3'].map((step) => `var(--diff-${step})`),
}

/** What the colours of the heat say, and of a time-lapse which hour it is: the hour is read from across the room. */
export function HeatKey({ mode, lapse, days, bottom }: HeatKeyProps) {
  const { t } = useTranslation()
  const isDifference = mode === 'difference'
  const lapsed = mode === 'inspections' ? 'wall.map.lapseInspections' : 'wall.map.lapse'
  const title = t(lapse && !isDifference ? lapsed : TITLES[mode], { days })
  return (
    <div className="wall-map-heat" style={{ bottom: `${bottom}vh` }}>
      {lapse ? <Hours {...lapse} /> : null}
      <div className="wall-map-ramp">
        <p>
          {title} <small>{t(lapse ? 'wall.map.perDay' : 'wall.map.perMonth')}</small>
        </p>
        <Ramp
          colours={isDifference ? RAMPS.difference : RAMPS.heat}
          steps={isDifference ? DIFFERENCE_STEPS : lapse ? DAY_STEPS : HEAT_STEPS}
        />
        {isDifference ? (
          <p className="wall-map-ends">
            <span>{t('wall.map.lessSaid')}</span>
            <span>
              <i className="wall-map-hatch" /> {t('wall.map.uninspected')}
            </span>
            <span>{t('wall.map.moreSaid')}</span>
          </p>
        ) : null}
      </div>
    </div>
  )
}

function Ramp({ colours, steps }: { colours: readonly string[]; steps: readonly number[] }) {
  return (
    <ol className="wall-map-steps">
      {colours.map((colour, at) => (
        <li key={colour}>
          <i className="wall-map-swatch" style={{ background: colour }} />
          {steps[at] === undefined ? null : <span className="wall-map-step">{steps[at]}</span>}
        </li>
      ))}
    </ol>
  )
}

function Hours({ lapse, hour, counts }: NonNullable<WallHeat['lapse']>) {
  const { t } = useTranslation()
  const begin = beginOf(lapse, hour)
  const most = Math.max(4, ...counts)
  const soFar = counts.slice(0, hour + 1).reduce((sum, count) => sum + count, 0)
  return (
    <div className="wall-map-hours">
      <p className="wall-map-hour">
        <b>{t('wall.map.hour', { hour: Number(clock(begin).slice(0, 2)) })}</b>
        <span>
          {dayOf(begin).slice(5)}
          <small>
            {t('wall.map.thisHour')} <em>{t('wall.map.cases', { n: counts[hour] ?? 0 })}</em>
          </small>
          <small>
            {t('wall.map.soFar')} <em>{t('wall.map.cases', { n: soFar })}</em>
          </small>
        </span>
      </p>
      <ol>
        {counts.map((count, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place in the bar
            key={at}
            className={at === hour ? 'is-now' : at < hour ? 'is-past' : ''}
          >
            <i className="wall-map-bar" style={{ height: `${(Math.max(count, 0.15) / most) * 4}vh` }} />
            {(beginOf(lapse, at) / 3_600_000 + 8) % 6 === 0 ? (
              <span className="wall-map-tick">{Number(clock(beginOf(lapse, at)).slice(0, 2))}</span>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  )
}
