import './crews.css'
import { useTranslation } from 'react-i18next'
import type { CrewState, WallFigures } from '../../../server/contract/wall.ts'
import { number } from '../../format.ts'
import { crewName } from '../crew-name.ts'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'
import { useCutNote } from './use-cut-note.ts'
import { useRows } from './use-rows.ts'

const ROW = 4.15
const HEAD = 6.4
const MOST_SQUARES = 8
const SHOWN: readonly CrewState[] = ['working', 'free', 'stale']

/** Who is on duty, and what each has in hand: a square a case. Crews off duty are a number. */
export function CrewsPanel({ figures: { crews } }: PanelProps) {
  const { t } = useTranslation()
  const onDuty = crews.byState.filter(({ state }) => state !== 'off')
  const { body, shown } = useRows(onDuty.length, ROW, HEAD)
  const cut = useCutNote(shown, onDuty.length)
  const head = { id: 'crews', title: t('wallPanel.crews') }
  if (crews.total === 0)
    return (
      <Panel {...head} wants={12}>
        <Nothing why={t('wallPanel.crewsNone')} />
      </Panel>
    )
  return (
    <Panel
      {...{ ...head, body, note: cut(t('wallPanel.crewsNote')) }}
      wants={HEAD + Math.max(2, onDuty.length) * ROW}
      least={HEAD + 2 * ROW}
      gives={onDuty.length > 4 ? 'first' : 'last'}
    >
      <div className="wp-rate">
        <b>{number(crews.onDuty)}</b>
        <u>{t('wallPanel.crewsOf', { n: number(crews.total) })}</u>
        <p>
          {t('wallPanel.people', { n: number(crews.people) })}
          <br />
          <span>
            {SHOWN.map((state) => {
              const count = onDuty.filter((crew) => crew.state === state).length
              return count === 0 ? null : (
                <em key={state} className="wp-crew-sum">
                  <CrewMark state={state} />
                  {t(`wallCrew.${state}`)} {number(count)}
                </em>
              )
            })}
          </span>
        </p>
      </div>
      {onDuty.length === 0 ? <p className="wp-none">{t('wallPanel.crewsAllOff')}</p> : null}
      {onDuty.slice(0, shown).map((crew) => (
        <CrewRow key={crew.crewId} {...crew} />
      ))}
    </Panel>
  )
}

function CrewRow({ name, state, load }: WallFigures['crews']['byState'][number]) {
  const { t } = useTranslation()
  return (
    <div className={`wp-crew is-${state}`}>
      <CrewMark state={state} />
      <span className="wp-cut">{crewName(name)}</span>
      <span className="wp-loads">
        {load === 0 ? <small>{t(`wallCrew.${state}`)}</small> : null}
        {Array.from({ length: Math.min(load, MOST_SQUARES) }, (_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a square is its place
          <u key={at} />
        ))}
      </span>
      <b className={load === 0 ? 'is-zero' : undefined}>{number(load)}</b>
    </div>
  )
}

/** As the map draws a crew: a white ring, with a core while it works, dashed when nothing is heard of it. */
const CrewMark = ({ state }: { state: CrewState }) => (
  <svg className={`wp-crew-mark is-${state}`} viewBox="0 0 24 24" aria-hidden="true">
    <circle cx="12" cy="12" r="8.5" />
    {state === 'working' ? <circle className="is-core" cx="12" cy="12" r="3.6" /> : null}
  </svg>
)
