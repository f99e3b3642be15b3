import { useTranslation } from 'react-i18next'
import type { CoverageRule, Verified } from '../../../server/contract/rule.ts'
import { number } from '../../format.ts'

/** A rule's numbers in words: 100–200 m, 步行 300 m 内. */
export function useRuleWords() {
  const { t } = useTranslation()
  return {
    rangeOf({ measure, minMetres, maxMetres, sides }: CoverageRule): string {
      const max = number(maxMetres, 1)
      if (measure !== 'along-road') return t(`coverage.rule.${measure}`, { max })
      const range =
        minMetres === undefined
          ? t('coverage.rule.max', { max })
          : t('coverage.rule.range', { min: number(minMetres, 1), max })
      return sides === 'together' ? t('coverage.rule.together', { range }) : range
    },
    verifiedWords: (mark: Verified): string => t(`coverage.verified.${mark}`),
  }
}
