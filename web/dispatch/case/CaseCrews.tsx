import { useTranslation } from 'react-i18next'
import type { Recommendation } from '../../../server/contract/recommendation.ts'
import { distance } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { CrewRows } from './CrewRows.tsx'
import { ExcludedCrews } from './ExcludedCrews.tsx'
import { tellingCodes } from './exclusion.ts'
import { useExclusionWords } from './use-exclusion-words.ts'

interface CaseCrewsProps {
  recommendation: Recommendation | undefined
  /** Why it is not known. */
  fault: Error | null
  holds: string | null
  now: number
  act: { name: string; onAct: (crewId: string) => void } | undefined
}

/** 可派班组: who fits, with reasons; who does not, and why; where none fits, who is the nearest to it. */
export function CaseCrews({ recommendation, fault, holds, now, act }: CaseCrewsProps) {
  const { t } = useTranslation()
  const exclusionWords = useExclusionWords()
  if (!recommendation)
    return (
      <section className="case-crews">
        <h2>{t('dispatch.case.crews')}</h2>
        {fault ? (
          <Refused fault={fault} title={t('dispatch.case.crewsFailed')} />
        ) : (
          <Hairlines rows={2} label={t('page.loading')} />
        )}
      </section>
    )
  const { ranked, excluded, nearestMisses, roads } = recommendation
  return (
    <section className="case-crews">
      <h2>
        {t('dispatch.case.crews')}
        <span>{t('dispatch.case.counts', { fit: ranked.length, out: excluded.length })}</span>
      </h2>
      {roads ? null : <p className="case-hint">{t('dispatch.case.noRoads')}</p>}
      {ranked.length > 0 ? <CrewRows ranked={ranked} holds={holds} act={act} /> : null}
      {ranked.length === 0 ? (
        <p className="crews-none">
          {nearestMisses.length > 0 ? t('dispatch.case.noneNearest') : t('dispatch.case.none')}
          {nearestMisses.map((crew) => (
            <span key={crew.crewId}>
              <b>{crew.name}</b> {crew.metres === null ? '' : `${distance(crew.metres)} `}
              {tellingCodes(crew)
                .map((code) => exclusionWords(crew, code, now))
                .join(' ')}
            </span>
          ))}
        </p>
      ) : null}
      <ExcludedCrews excluded={excluded} now={now} />
    </section>
  )
}
