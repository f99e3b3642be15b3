import { useTranslation } from 'react-i18next'
import type { City } from '../../server/contract/city.ts'
import type { State } from '../../server/contract/state.ts'
import { StateMark } from '../icons/StateMark.tsx'
import { metresInWords, type ScaleBar } from '../map/scale-bar.ts'

/** From quiet to loud, and last what nothing is known of. */
const MARKS: readonly State[] = ['normal', 'working', 'due', 'late', 'emergency', 'unknown']

/** What the marks mean, how long 200 m are, whose map it is and of when (W13). */
export function WallLegend({
  city,
  scale,
  dataAt,
  isOld,
}: {
  city: City | undefined
  scale: ScaleBar | undefined
  /** 21:36:05 */
  dataAt: string | undefined
  isOld: boolean
}) {
  const { t } = useTranslation()
  return (
    <div className="wall-credit">
      <span className="wall-marks">
        {MARKS.map((state) => (
          <span key={state}>
            <StateMark state={state} />
            {t(`state.${state}`)}
          </span>
        ))}
      </span>
      {scale ? (
        <span className="wall-scale">
          <i style={{ width: `${scale.pixels}px` }} />
          {metresInWords(scale.metres)}
        </span>
      ) : null}
      {city ? (
        <span>
          {t('wall.approval')} {city.mapApproval ?? t('wall.approvalPending')}
        </span>
      ) : null}
      <span>{t('wall.crs')}</span>
      <span className={isOld ? 'wall-asof is-old' : 'wall-asof'} role="status">
        {isOld ? <StateMark state="unknown" /> : null}
        {dataAt === undefined ? t('wall.noData') : t('wall.asOf', { time: dataAt })}
      </span>
    </div>
  )
}
