import { useTranslation } from 'react-i18next'
import type { Case } from '../../../server/contract/case.ts'
import type { CaseAction } from '../../../server/contract/case-life.ts'
import { texts } from '../../i18n/i18n.ts'
import { whyNot } from './why-not.ts'

/** So many states are named: the longest list that is not every open state. */
const NAMED = 5

/** Why an action cannot be done now, in a few words for beside its button. */
export function useWhyNot(of: Case): (action: CaseAction, code: string) => string {
  const { t } = useTranslation()
  return (action, code) => {
    if (code !== 'conflict') {
      const key = `refused.${code}` as 'refused.conflict'
      return texts.exists(key) ? t(key) : code
    }
    const why = whyNot(action, of)
    if (why.is === 'first') return t(`caseFirst.${why.action}`)
    if (why.is === 'past') return t('act.past')
    if (why.is === 'stands') return t('act.stands', { status: t(`caseStatus.${why.status}`) })
    if (why.from.length > NAMED) return t('act.onlyOpen')
    return t('act.only', { statuses: why.from.map((status) => t(`caseStatus.${status}`)).join(t('act.or')) })
  }
}
