import { useTranslation } from 'react-i18next'
import type { State } from '../../../server/contract/state.ts'
import { number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { markRow, markScale } from './mark-row.ts'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'
import { shortNames } from './short-names.ts'
import { useCutNote } from './use-cut-note.ts'
import { useRows } from './use-rows.ts'

const ROW = 4.15

/** A mark a case, the worst first. */
export function AreasPanel({ figures: { areas } }: PanelProps) {
  const { t } = useTranslation()
  const { body, shown } = useRows(areas.length, ROW)
  const cut = useCutNote(shown, areas.length)
  const names = shortNames(areas.map(({ name }) => name))
  const scale = markScale(Math.max(0, ...areas.map(({ open }) => open)))
  return (
    <Panel
      {...{ id: 'areas', title: t('wallPanel.areas'), body }}
      note={cut(t('wallPanel.areasNote'))}
      wants={Math.max(3, areas.length) * ROW}
    >
      {areas.length === 0 ? <Nothing why={t('wallPanel.areasNone')} /> : null}
      {areas.slice(0, shown).map(({ area, marks, open, closedThisMonth }, at) => (
        <div className="wp-area" key={area}>
          <span className="wp-cut">{names[at]}</span>
          <Marks {...{ marks, open, scale }} />
          <b className={open === 0 ? 'is-zero' : undefined}>{number(open)}</b>
          <i>{number(closedThisMonth)}</i>
        </div>
      ))}
    </Panel>
  )
}

function Marks({ marks, open, scale }: { marks: State[]; open: number; scale: ReturnType<typeof markScale> }) {
  const { t } = useTranslation()
  const { shown, more } = markRow(marks, open, scale)
  return (
    <span className={`wp-marks is-${scale.size}`}>
      {shown.map((state, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place
        <StateMark key={at} state={state} label={t(`state.${state}`)} />
      ))}
      {more > 0 ? <small>+{more}</small> : null}
    </span>
  )
}
