import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { number } from '../../format.ts'
import { useCoverage } from './coverage-desk.tsx'
import { AGES, asksQuality, GRADES } from './coverage-search.ts'

const SOURCES = ['import:', 'made:'] as const

/** How good the data about a thing has to be (N15): what falls short counts as if it did not stand there. */
export function QualityFields() {
  const { t } = useTranslation()
  const { search, change, summary } = useCoverage()
  const asks = asksQuality(search)
  const [isOpen, setOpen] = useState(asks)
  const out = summary?.leftOut
  const set = (key: string) => (event: React.ChangeEvent<HTMLSelectElement>) =>
    change({ [key]: event.target.value || undefined, at: undefined })
  const told = out
    ? (['tooOld', 'tooRough', 'otherSource'] as const).flatMap((why) =>
        out[why] > 0 ? [t(`coverage.quality.${why}`, { n: number(out[why]) })] : [],
      )
    : []
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
            <select value={search.maxAgeDays ?? ''} onChange={set('age')}>
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
            <select value={search.leastAccuracy ?? ''} onChange={set('grade')}>
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
            <select value={search.source ?? ''} onChange={set('from')}>
              <option value="">{t('coverage.quality.all')}</option>
              {SOURCES.map((source) => (
                <option key={source} value={source}>
                  {t(`coverage.quality.source.${source.slice(0, -1) as 'import'}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
      ) : null}
      {asks && summary ? (
        <p role="status">
          {told.length > 0
            ? t('coverage.quality.leftOut', { why: told.join('，') })
            : t('coverage.quality.noneLeftOut')}
        </p>
      ) : null}
    </section>
  )
}
