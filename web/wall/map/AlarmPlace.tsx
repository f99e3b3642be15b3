import { useTranslation } from 'react-i18next'
import { THERE_METRES, type WallEmergency } from '../../../server/contract/wall.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { metresInWords } from '../../map/scale-bar.ts'
import type { Spot } from './place-callouts.ts'
import type { Vh } from './wall-frame-insets.ts'

export interface AlarmPlaceProps {
  /** Where it is, and how wide its ring is drawn. */
  at: Spot
  ring: Vh
  crew: { at: Spot; of: NonNullable<WallEmergency['crew']> } | null
}

/** An emergency on its place, everything else dimmed, with the crew that was sent. */
export function AlarmPlace({ at: [x, y], ring, crew }: AlarmPlaceProps) {
  const { t } = useTranslation()
  const way = crew?.of.way
  return (
    <>
      <div
        className="wall-map-dim"
        style={{
          background: `radial-gradient(circle at ${x}vh ${y}vh, transparent 24vh, color-mix(in srgb, var(--n-0) 62%, transparent) 78vh)`,
        }}
      />
      <span className="wall-map-emergency" style={{ left: `${x}vh`, top: `${y}vh` }}>
        <StateMark state="emergency" label={t('state.emergency')} />
      </span>
      <b className="wall-map-guard" style={{ left: `${x + ring * 0.8}vh`, top: `${y - ring * 0.8 - 2.2}vh` }}>
        {t('wall.map.guard', { metres: THERE_METRES })}
      </b>
      {crew ? (
        <span
          className={`wall-map-sent ${crew.of.position?.stale ? 'is-stale' : ''}`}
          style={{ left: `${crew.at[0]}vh`, top: `${crew.at[1]}vh` }}
        >
          <i className="wall-map-dot" />
          <b className={crew.at[0] < 20 ? 'is-right' : ''}>
            <span>{crew.of.name}</span>
            {way ? (
              <>
                <span>{metresInWords(way.metres)}</span>
                <span>{t('wall.map.onTheWay', { minutes: Math.max(1, Math.round(way.minutes)) })}</span>
              </>
            ) : (
              <span>{t('wall.map.there')}</span>
            )}
          </b>
        </span>
      ) : null}
    </>
  )
}
