import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { type CoverageSearch, qualityOf } from './coverage-search.ts'
import type { Summary } from './sum-up.ts'

const SOURCES = ['import', 'made'] as const
const REASONS = ['tooOld', 'tooRough', 'otherSource'] as const

/** What is asked of the data, and how many things fell short of it and are taken as absent. */
export function useQualityWords(): {
  asked: (search: CoverageSearch) => string
  leftOut: (summary: Pick<Summary, 'leftOut'>) => string
} {
  const { t } = useTranslation()
  const comma = useLanguage() === 'zh' ? '，' : ', '
  return {
    asked(search) {
      const { maxAgeDays, leastAccuracy, sources } = qualityOf(search) ?? {}
      const source = SOURCES.find((one) => sources?.[0]?.startsWith(one))
      const parts = [
        maxAgeDays === undefined ? '' : `${t('coverage.quality.age')} ${t(`coverage.quality.age.${maxAgeDays as 90}`)}`,
        leastAccuracy === undefined
          ? ''
          : `${t('coverage.quality.grade')} ${t(`coverage.quality.grade.${leastAccuracy}`)}`,
        sources === undefined
          ? ''
          : `${t('coverage.quality.source')} ${source ? t(`coverage.quality.source.${source}`) : sources.join(comma)}`,
      ]
      return parts.filter(Boolean).join(comma)
    },
    leftOut({ leftOut }) {
      const told = REASONS.flatMap((why) =>
        leftOut[why] > 0 ? [t(`coverage.quality.${why}`, { n: number(leftOut[why]) })] : [],
      )
      return told.length > 0
        ? t('coverage.quality.leftOut', { why: told.join(comma) })
        : t('coverage.quality.noneLeftOut')
    },
  }
}
