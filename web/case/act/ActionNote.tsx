import { useTranslation } from 'react-i18next'
import type { CaseAction } from '../../../server/contract/case-life.ts'
import { limitWords } from '../../../server/contract/reckoning-words.ts'
import type { CaseCard } from '../../api-cases.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { useConditionOf } from '../queries.ts'

/** What one must know to decide: the standard by which a case is closed, what is asked for. */
export function ActionNote({ action, of }: { action: CaseAction; of: CaseCard }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const condition = useConditionOf(of.conditionId, of.conditionVersion)
  const checks: readonly CaseAction[] = ['close', 'pass', 'fail', 'feed-back', 'ask-verification']
  if (checks.includes(action) && condition)
    return <p className="act-note">{t('act.standard', { words: condition.closeStandard[language] })}</p>
  if ((action === 'approve' || action === 'decline') && of.request)
    return (
      <p className="act-note">
        {t('request.asked', { name: of.request.byName, what: t(`request.${of.request.kind}`) })}
        {of.request.longer ? ` ${limitWords(of.request.longer)[language]}` : ''}
        <q>{of.request.reason}</q>
      </p>
    )
  return null
}
