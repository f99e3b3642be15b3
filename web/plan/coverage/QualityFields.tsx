import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlanSearch } from '../use-plan-search.ts'
import { useCoverage } from './coverage-desk.tsx'
import { AGES, asksQuality, GRADES } from './coverage-search.ts'
import { useQualityWords } from './use-quality-words.ts'

const SOURCES = ['import:', 'made:'] as const

/** How good the data about a thing has to be (N15): what falls short counts as if it did not stand there. */
export function QualityFields() {
  const { t } = useTranslation()
  const { search, change, set, summary } = useCoverage()
  const { open } = usePlanSearch()
  const asks = asksQuality(search)
  const [isOpen, setOpen] = useState(asks)
  const words = useQualityWords()
  const choose = (key: string) => (event: React.ChangeEvent<HTMLSelectElement>) =>
    change({ [key]: event.target.value || undefined, at: undefined })
  return (
    <section className="quality">
      <button type="button" className="quality-head" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>{t('coverage.quality')}</span>
        <em>{asks ? t('coverage.quality.asked') : t('coverage.quality.any')}</em>
      </button>
      {isOpen ? (
        <div className="quality-fields">
          <label>
            {t('coverage.quality.age')}
            <select value={search.maxAgeDays ?? ''} onChange={choose('age')}>
              <option value="">{t('coverage.quality.all')}</option>
              {AGES.map((days) => (
                <option key={days} value={days}>
                  {t(`coverage.quality.age.${days}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('coverage.quality.grade')}
            <select value={search.leastAccuracy ?? ''} onChange={choose('grade')}>
              <option value="">{t('coverage.quality.all')}</option>
              {GRADES.map((grade) => (
                <option key={grade} value={grade}>
                  {t(`coverage.quality.grade.${grade}`)}
                </option>
              ))}
            </select>
          </label>
          <label>
            {t('coverage.quality.source')}
            <select value={search.source ?? ''} onChange={choose('from')}>
              <option value="">{t('coverage.quality.all')}</option>
              {SOURCES.map((source) => (
                <option key={source} value={source}>
                  {t(`coverage.quality.source.${source.slice(0, -1) as 'import'}`)}
                </option>
              ))}
            </select>
          </label>
          {set ? (
            <button
              type="button"
              className="quality-see"
              onClick={() => open('census', { lens: 'trust', layer: set.layer })}
            >
              {t('coverage.quality.see')}
            </button>
          ) : null}
        </div>
      ) : null}
      {asks && summary ? <p role="status">{words.leftOut(summary)}</p> : null}
    </section>
  )
}
