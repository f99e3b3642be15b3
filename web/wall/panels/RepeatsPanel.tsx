import './repeats.css'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'
import { useClassName } from './use-class-name.ts'
import { useCutNote } from './use-cut-note.ts'
import { useRows } from './use-rows.ts'

const ROW = 4.5
const DAYS = 90
const TODAY = DAYS - 1

/** Where the same came again: a tick a day of the last ninety. */
export function RepeatsPanel({ figures: { repeats } }: PanelProps) {
  const { t } = useTranslation()
  const classOf = useClassName()
  const { body, shown } = useRows(repeats.length, ROW)
  const cut = useCutNote(shown, repeats.length)
  return (
    <Panel
      {...{ id: 'repeats', title: t('wallPanel.repeats'), body, note: cut(t('wallPanel.repeatsNote')) }}
      wants={Math.max(3, repeats.length) * ROW}
      least={3 * ROW}
    >
      {repeats.length === 0 ? <Nothing why={t('wallPanel.repeatsNone')} /> : null}
      {repeats.slice(0, shown).map(({ place, class: code, kind, days, count, key, location }) => (
        <div className={key ? 'wp-repeat is-key' : 'wp-repeat'} key={`${code}@${location.join()}`}>
          <span className="wp-repeat-name">
            <span className="wp-cut">{place || t('wallPanel.noAddress')}</span>
            {key ? <em>{t('wallPanel.key')}</em> : null}
          </span>
          <small className="wp-cut">{kind === null ? code : classOf(`${kind}:${code}`)}</small>
          <svg viewBox="0 0 270 40" aria-hidden="true">
            <path d="M0,20H270" />
            {days.map((day) => (
              <rect
                key={day}
                className={day === TODAY ? 'is-today' : undefined}
                {...{ x: Math.min(261, day * 3), y: 6, width: 9, height: 28, rx: 2.5 }}
              />
            ))}
          </svg>
          <b>
            {number(count)}
            <u>{t('wallPanel.times')}</u>
          </b>
        </div>
      ))}
    </Panel>
  )
}
