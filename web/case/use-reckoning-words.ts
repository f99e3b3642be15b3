import { useTranslation } from 'react-i18next'
import type { Limit } from '../../server/contract/clock.ts'
import { limitWords } from '../../server/contract/reckoning-words.ts'
import { useLanguage } from '../i18n/use-language.ts'

/** A limit with how it is counted: 全天计时 8 小时, 限 2 工作日. */
export function useReckoningWords(): (limit: Limit) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return (limit) => {
    const around = limit.unit === 'minute' || limit.unit === 'hour'
    return t(around ? 'clock.around' : 'clock.atWork', { limit: limitWords(limit)[language] })
  }
}
