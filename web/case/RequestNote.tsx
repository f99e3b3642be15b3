import { useTranslation } from 'react-i18next'
import { limitWords } from '../../server/contract/reckoning-words.ts'
import type { CaseCard } from '../api-cases.ts'
import { moment } from '../format.ts'
import { useLanguage } from '../i18n/use-language.ts'

/** What is asked for and not decided. The clocks run on until it is. */
export function RequestNote({ card: { request }, now }: { card: CaseCard; now: number }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!request) return null
  return (
    <section className="request-note">
      <h2>
        {t(`request.${request.kind}`)}
        {request.longer ? ` ${limitWords(request.longer)[language]}` : ''}
        <span>{t('request.waits')}</span>
      </h2>
      <p>
        <q>{request.reason}</q>
        <small>{t('request.by', { name: request.byName, time: moment(request.at, now) })}</small>
      </p>
    </section>
  )
}
