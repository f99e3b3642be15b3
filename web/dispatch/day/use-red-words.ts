import { useTranslation } from 'react-i18next'
import type { PredictedRed } from '../../../server/contract/day-plan.ts'
import { useCrewName } from '../../case/queries.ts'
import { moment, number } from '../../format.ts'
import type { RedCase } from './use-red.ts'

/** Why a case is foreseen to be late, and how far that can be trusted. */
export function useRedWords() {
  const { t } = useTranslation()
  const crewName = useCrewName()
  return {
    reason({ reason, crewId, behind, finishAt, score }: RedCase, now: number): string {
      const ends = finishAt ? t('day.redEnds', { time: moment(finishAt, now) }) : ''
      const crew = crewName(crewId) ?? t('day.redCrew')
      const why = t(`dayRed.${reason}`, { crew, n: behind ?? 0 })
      return [why + ends, t('day.redScore', { percent: Math.round(score * 100) })].join(t('day.stop'))
    },
    trust({ state, why, proof }: PredictedRed): string {
      const share = (part: number): string => number(part * 100)
      const proved = t('day.redProof', {
        days: number(proof.looks),
        recall: share(proof.recall),
        plain: share(proof.plainRecall),
      })
      if (state === 'on') return proved
      return why === 'no-better' ? `${t('day.redOff.no-better')} ${proved}` : t('day.redOff.too-little-past')
    },
  }
}
