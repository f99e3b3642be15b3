import './lots.css'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { moment, number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { bayCells, baysPerCell } from './bay-cells.ts'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'
import { useCutNote } from './use-cut-note.ts'
import { useRows } from './use-rows.ts'

const ROW = 6.1

/** A cell a bay; a lot that nobody has told of lately is grey and says since when. */
export function LotsPanel({ figures: { lots }, now }: PanelProps) {
  const { t } = useTranslation()
  const { body, shown } = useRows(lots.length, ROW)
  const cut = useCutNote(shown, lots.length)
  const most = Math.max(1, ...lots.map(({ bays }) => bays))
  const per = baysPerCell(most)
  const note = per === 1 ? t('wallPanel.lotsNote') : t('wallPanel.lotsPer', { n: per })
  const style = { '--wp-cells': Math.ceil(most / per) } as CSSProperties
  return (
    <Panel
      {...{ id: 'lots', title: t('wallPanel.lots'), body, note: cut(note) }}
      wants={Math.max(2, lots.length) * ROW}
      least={2 * ROW}
      gives={lots.length > 4 ? 'first' : 'last'}
    >
      {lots.length === 0 ? <Nothing why={t('wallPanel.lotsNone')} /> : null}
      {lots.slice(0, shown).map(({ id, name, bays, occupied, asOf, stale }) => (
        <div className={stale || occupied === null ? 'wp-lot is-stale' : 'wp-lot'} key={id}>
          <span className="wp-lot-name">
            <span className="wp-cut">{name}</span>
            {occupied === null ? (
              <small>
                <StateMark state="unknown" />
                {t('wallPanel.lotUnknown')}
              </small>
            ) : stale ? (
              <small>
                <StateMark state="unknown" />
                {t('wallPanel.asOf', { time: moment(asOf, now) })}
              </small>
            ) : occupied >= bays ? (
              <small className="is-full">
                <StateMark state="late" />
                {t('wallPanel.lotFull')}
              </small>
            ) : null}
          </span>
          <b>
            {occupied === null ? '—' : number(occupied)}
            <u>/ {number(bays)}</u>
          </b>
          <Bays {...{ bays, occupied, per, style }} />
        </div>
      ))}
    </Panel>
  )
}

interface OfBays {
  bays: number
  occupied: number | null
  per: number
  style: CSSProperties
}

function Bays({ bays, occupied, per, style }: OfBays) {
  const { cells, taken } = bayCells(bays, occupied ?? 0, per)
  return (
    <span className="wp-bays" style={style}>
      {Array.from({ length: cells }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a bay is its place
        <i key={at} className={at < taken ? 'is-taken' : undefined} />
      ))}
    </span>
  )
}
