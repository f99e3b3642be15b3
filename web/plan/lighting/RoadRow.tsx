import { useTranslation } from 'react-i18next'
import type { LitRoad } from '../../../server/contract/lighting.ts'
import { number } from '../../format.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { useLighting } from './lighting-desk.tsx'
import { STATE_OF, worstReason } from './verdict.ts'

/** One road: its lamps that burn, its rate, and why it fails or is not known. */
export function RoadRow({ road }: { road: LitRoad }) {
  const { t } = useTranslation()
  const { search, change } = useLighting()
  const { road: name, lit, dark, lamps, percent, verdict } = road
  const reason = worstReason(road)
  const isOpen = search.road === name
  return (
    <li>
      <button
        type="button"
        className="li-road"
        aria-pressed={isOpen}
        onClick={() => change({ road: isOpen ? undefined : name })}
      >
        <span className="up-cut">{name || t('lighting.noRoad')}</span>
        <em>
          {verdict === 'unknown' ? '—' : number(lit)} / {number(verdict === 'unknown' ? lamps : lit + dark)}
        </em>
        <b className={verdict === 'fail' ? 'is-late' : verdict === 'unknown' ? 'is-unknown' : undefined}>
          <StateMark state={STATE_OF[verdict]} label={t(`lighting.verdict.${verdict}`)} size={13} />
          {verdict === 'unknown'
            ? reason
              ? t(`lighting.brief.${reason}`)
              : '—'
            : percent === null
              ? '—'
              : `${number(percent, 1)} %`}
        </b>
      </button>
    </li>
  )
}
