import './minus.css'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { MINUS_METRES, type MinusArea } from './count-minus.ts'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'
import { shortNames } from './short-names.ts'
import { useCutNote } from './use-cut-note.ts'
import { useMinus } from './use-minus.ts'
import { useRows } from './use-rows.ts'

const ROW = 3.9
const KEY = 2.6
/** Of one row, in a column of 39vh. */
const MOST_CELLS = 16

/** Where the public complained and nobody looked: a square a cell of 200 m, filled where nobody did. */
export function MinusPanel({ figures: { minus } }: PanelProps) {
  const { t } = useTranslation()
  const { areas, isLost } = useMinus(minus)
  const all = areas?.length ?? 0
  const { body, shown } = useRows(all, ROW, KEY)
  const cut = useCutNote(shown, all)
  const named = (areas ?? []).filter(({ name }) => name !== '').map(({ name }) => name)
  const short = new Map(shortNames(named).map((name, at) => [named[at], name]))
  const note = t('wallPanel.minusNote')
  return (
    <Panel
      {...{ id: 'minus', title: t('wallPanel.minus'), body, note: areas ? cut(note) : note }}
      wants={KEY + Math.max(3, Math.min(all, 10)) * ROW}
      least={KEY + 3 * ROW}
    >
      {areas === undefined ? <Nothing why={t(isLost ? 'wallPanel.minusLost' : 'wallPanel.minusWaits')} /> : null}
      {areas?.length === 0 ? <Nothing why={t('wallPanel.minusNone', { days: minus.days })} /> : null}
      {areas?.slice(0, shown).map((area) => (
        <div className="wp-minus-row" key={area.name}>
          <span className="wp-cut">{short.get(area.name) ?? t('wallPanel.noArea')}</span>
          <Cells {...area} />
          <b className={area.blind === 0 ? 'is-zero' : undefined}>{number(area.blind)}</b>
          <i>{number(area.complaints)}</i>
        </div>
      ))}
      {areas?.length ? (
        <p className="wp-key">
          <span>
            <i className="is-blind" />
            {t('wallPanel.minusBlind')}
          </span>
          <span>
            <i className="is-seen" />
            {t('wallPanel.minusSeen')}
          </span>
          <u>{t('wallPanel.minusCell', { n: MINUS_METRES, days: minus.days })}</u>
        </p>
      ) : null}
    </Panel>
  )
}

function Cells({ blind, seen }: MinusArea) {
  const kinds = [...Array<string>(blind).fill('is-blind'), ...Array<string>(seen).fill('is-seen')]
  const shown = kinds.slice(0, kinds.length > MOST_CELLS ? MOST_CELLS - 1 : MOST_CELLS)
  return (
    <span className="wp-cells">
      {shown.map((kind, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
        <i key={at} className={kind} />
      ))}
      {shown.length < kinds.length ? <small>+{kinds.length - shown.length}</small> : null}
    </span>
  )
}
