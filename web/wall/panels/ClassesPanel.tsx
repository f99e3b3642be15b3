import './classes.css'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'
import { useClassName } from './use-class-name.ts'
import { useCutNote } from './use-cut-note.ts'
import { useRows } from './use-rows.ts'

const ROW = 4.15

/** What the open cases are about: a bar from nothing, its late part at its beginning. */
export function ClassesPanel({ figures: { classes } }: PanelProps) {
  const { t } = useTranslation()
  const classOf = useClassName()
  const { body, shown } = useRows(classes.length, ROW)
  const cut = useCutNote(shown, classes.length)
  const most = Math.max(1, ...classes.map(({ open }) => open))
  return (
    <Panel
      {...{ id: 'classes', title: t('wallPanel.classes'), body, note: cut(t('wallPanel.classesNote')) }}
      wants={Math.max(3, classes.length) * ROW}
    >
      {classes.length === 0 ? <Nothing why={t('wallPanel.classesNone')} /> : null}
      {classes.slice(0, shown).map(({ class: of, open, late, today }) => (
        <div className="wp-class" key={of}>
          <span className="wp-cut">{classOf(of)}</span>
          <span className="wp-bar" style={{ '--wp-share': open / most, '--wp-late': late / most } as CSSProperties}>
            {open > 0 ? <i /> : null}
            {late > 0 ? (
              <em>
                <StateMark state="late" label={t('state.late')} />
                {number(late)}
              </em>
            ) : null}
          </span>
          <b className={open === 0 ? 'is-zero' : undefined}>{number(open)}</b>
          <i className={today > 0 ? 'is-new' : undefined}>{today > 0 ? `+${number(today)}` : '0'}</i>
        </div>
      ))}
    </Panel>
  )
}
