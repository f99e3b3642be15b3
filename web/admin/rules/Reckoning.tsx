import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Trial } from '../../api-rules.ts'
import { clock, dayOf } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Refused } from '../../refused.tsx'
import { useTrial } from './queries.ts'

/** When each stage would be due from an instant on, and how that is reckoned, in words. */
export function Reckoning({ trial }: { trial: Trial | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [from, setFrom] = useState(() => `${dayOf(Date.now())}T${clock(Date.now())}`)
  const isMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(from)
  const due = useTrial(trial, isMoment ? `${from}:00+08:00` : undefined)
  return (
    <section className="reckoning" aria-labelledby="reckoning-title">
      <h2 id="reckoning-title">{t('rules.try')}</h2>
      <p className="reckoning-from">
        <label htmlFor="reckoning-from">{t('rules.from')}</label>
        <Input
          id="reckoning-from"
          type="datetime-local"
          value={from}
          onChange={({ target }) => setFrom(target.value)}
        />
      </p>
      {due.error ? <Refused fault={due.error} title={t('rules.tryFailed')} /> : null}
      <ol aria-live="polite">
        {due.data?.stages.map(({ stage, action, dueAt, beyondCalendar, words }) => (
          <li key={stage}>
            <p>
              {action[language]}
              <b>
                {dayOf(dueAt)} {clock(dueAt)}
              </b>
              {t('rules.dueWord')}
              {beyondCalendar ? <span className="tag">{t('rules.beyond')}</span> : null}
            </p>
            <p className="reckoning-words">{words[language]}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
