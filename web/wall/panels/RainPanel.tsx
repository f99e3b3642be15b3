import './rain.css'
import { useTranslation } from 'react-i18next'
import type { WallFigures } from '../../../server/contract/wall.ts'
import { number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { Nothing, Panel } from './Panel.tsx'
import type { PanelProps } from './panels.ts'
import { useRows } from './use-rows.ts'

const ROW = 3.9
/** That nothing of the rain is known, and the caption of the list. */
const ABOVE = 10
const MOST_MARKS = 6

/** No rain gauge tells this city anything; what is known before the rain is which inlets will not let it in. */
export function RainPanel({ figures: { drains } }: PanelProps) {
  const { t } = useTranslation()
  const places = drains?.lowPlaces ?? []
  const { body, shown } = useRows(places.length, ROW, ABOVE)
  return (
    <Panel
      {...{ id: 'rain', title: t('wallPanel.rain'), note: t('wallPanel.rainNote'), body }}
      wants={ABOVE + Math.max(1, places.length) * ROW}
      least={ABOVE + ROW}
    >
      <Nothing why={t('wallPanel.rainNone')} more={t('wallPanel.rainNoneMore')} />
      <h3 className="wp-sub">
        {t('wallPanel.rainLow')}
        {drains ? (
          <span>{t('wallPanel.rainDrains', { clogged: number(drains.clogged), due: number(drains.dredgeDue) })}</span>
        ) : null}
      </h3>
      {places.length === 0 ? <p className="wp-none">{t('wallPanel.rainNoLow')}</p> : null}
      {places.slice(0, shown).map((place) => (
        <LowPlace key={place.road} {...place} />
      ))}
    </Panel>
  )
}

function LowPlace({ road, inlets, clogged, dredgeDue }: NonNullable<WallFigures['drains']>['lowPlaces'][number]) {
  const { t } = useTranslation()
  const marks = [...Array<'late'>(clogged).fill('late'), ...Array<'due'>(dredgeDue).fill('due')]
  return (
    <div className="wp-low">
      <span className="wp-cut">{road}</span>
      <span className="wp-marks is-middle">
        {marks.slice(0, MOST_MARKS).map((state, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a mark is its place
          <StateMark key={at} state={state} label={t(`state.${state}`)} />
        ))}
        {marks.length === 0 ? <small>{t('wallPanel.rainClear')}</small> : null}
      </span>
      <b className={clogged + dredgeDue === 0 ? 'is-zero' : undefined}>{number(clogged + dredgeDue)}</b>
      <i>{t('wallPanel.ofInlets', { n: number(inlets) })}</i>
    </div>
  )
}
