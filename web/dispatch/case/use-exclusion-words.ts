import { useTranslation } from 'react-i18next'
import type { ExcludedCrew, ExclusionCode } from '../../../server/contract/recommendation.ts'
import { duration } from '../../format.ts'

/** Why a crew is out, with the figure that shows it: 位置 23 分前, 已满 4 / 4 件. */
export function useExclusionWords(): (crew: ExcludedCrew, code: ExclusionCode, now: number) => string {
  const { t } = useTranslation()
  return ({ positionAt, load, loadLimit }, code, now) => {
    if (code === 'stale-position' && positionAt)
      return t('dispatch.case.placeAge', { age: duration((now - Date.parse(positionAt)) / 1000) })
    if (code === 'at-limit') return t('dispatch.case.full', { n: load, of: loadLimit })
    return t(`crewOut.${code}`)
  }
}
