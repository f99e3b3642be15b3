import { useTranslation } from 'react-i18next'
import type { CalendarYear } from '../../../../server/contract/work-calendar.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { Origin } from '../Origin.tsx'
import { useVersionWords } from '../use-version-words.ts'

/** The same in words: which days, and what is worked for them. */
export function HolidayList({ of }: { of: CalendarYear }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const versionWords = useVersionWords()
  return (
    <section className="holidays" aria-labelledby="holidays">
      <h2 id="holidays">{t('rules.holidaysOf', { year: of.year })}</h2>
      <ul>
        {of.holidays.map(({ name, from, to, workdays }) => (
          <li key={from}>
            <b>{name[language]}</b> {from === to ? from : t('rules.fromTo', { from, to: to.slice(5) })}
            {workdays.length > 0 ? (
              <small>{t('rules.workedFor', { days: workdays.map((day) => day.slice(5)).join(t('admin.and')) })}</small>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="field-note">
        {versionWords(of)} <Origin {...of} />
      </p>
    </section>
  )
}
