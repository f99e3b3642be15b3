import './intake.css'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { clock, number } from '../../format.ts'
import { foldSources, intakeRows, namedHours, type SquareScale, squareScale, squaresOf } from './intake-rows.ts'
import { Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'
import { useRows } from './use-rows.ts'

const LINE = 3.33
/** Below that lines of body text touch. */
const LEAST_LINE = 2
const AXIS = 2.6
/** More of them stand closer. */
const MOST_LINES = 8

/** Source by hour, a square a case; the present hour in the accent. */
export function IntakePanel({ figures, now }: PanelProps) {
  const { t } = useTranslation()
  const all = intakeRows(figures.sources)
  const { body, shown } = useRows(all.length, LEAST_LINE, AXIS)
  const rows = foldSources(all, shown)
  const hour = Number(clock(now).slice(0, 2))
  const scale = squareScale(Math.max(0, ...rows.flatMap(({ hours }) => hours)))
  const note = scale.per === 1 ? t('wallPanel.intakeNote') : t('wallPanel.intakePer', { n: scale.per })
  const style = { '--wp-lines': rows.length, '--wp-stack': scale.rows, '--wp-abreast': scale.columns } as CSSProperties
  return (
    <Panel
      id="intake"
      title={t('wallPanel.intake')}
      note={note}
      wants={Math.min(MOST_LINES, all.length) * LINE + AXIS}
      least={14.7}
      gives="last"
      body={body}
    >
      <div className="wp-hours" style={style}>
        {rows.map(({ source, hours, total }) => (
          <div className="wp-hour-line" key={source ?? 'rest'}>
            <span className="wp-cut">{source === null ? t('wallPanel.otherSources') : t(`wallSource.${source}`)}</span>
            <div className="wp-day">
              {hours.map((count, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an hour is its place
                <Hour key={at} {...{ count, scale }} when={at === hour ? 'now' : at > hour ? 'later' : 'then'} />
              ))}
            </div>
            <b className={total === 0 ? 'is-zero' : undefined}>{number(total)}</b>
          </div>
        ))}
        <div className="wp-hour-axis">
          {namedHours(hour).map((at) => (
            <span
              key={at}
              className={at === hour ? 'is-now' : undefined}
              style={{ '--wp-at': (at + 0.5) / 24 } as CSSProperties}
            >
              {at === hour ? t('wallPanel.hour', { n: at }) : at}
            </span>
          ))}
        </div>
      </div>
    </Panel>
  )
}

function Hour({ count, scale, when }: { count: number; scale: SquareScale; when: 'then' | 'now' | 'later' }) {
  if (count === 0) return <i className={`wp-no-case is-${when}`} />
  return (
    <i className={`wp-cases is-${when}`}>
      {Array.from({ length: squaresOf(count, scale) }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a square is its place
        <u key={at} />
      ))}
    </i>
  )
}
