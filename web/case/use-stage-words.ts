import { useTranslation } from 'react-i18next'
import type { Case } from '../../server/contract/case.ts'
import { texts } from '../i18n/i18n.ts'
import { useLanguage } from '../i18n/use-language.ts'
import { useConditionOf } from './queries.ts'

/** What is to be done within a clock: a post's step in the words of the screen, a stage in those of its filing condition. */
export function useStageWords({ conditionId, conditionVersion }: Case): (stage: string) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const stages = useConditionOf(conditionId, conditionVersion)?.stages
  return (stage) => {
    const own = stages?.find(({ id }) => id === stage)?.action[language]
    const key = `stage.${stage}` as 'stage.handle'
    return own ?? (texts.exists(key) ? t(key) : stage)
  }
}
