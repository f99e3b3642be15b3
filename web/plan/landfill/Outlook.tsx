import { useTranslation } from 'react-i18next'
import type { LandfillOutlook } from '../../../server/contract/landfill.ts'
import { dayWords, wholeDays } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'

/** Days until it is full: the middle large, the day and the span beside it. */
export function Outlook({ outlook: { foresight, surveys } }: { outlook: LandfillOutlook }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!foresight) return <p className="lf-none">{t(surveys.length < 2 ? 'landfill.tooFew' : 'landfill.notFilling')}</p>
  const { daysLeft, fullOn } = foresight
  const days = (value: number | null): string => (value === null ? '∞' : wholeDays(value))
  return (
    <div className="lf-hero">
      <b>{daysLeft.p50 === null ? '—' : days(daysLeft.p50)}</b>
      <u>{daysLeft.p50 === null ? t('landfill.never') : t('landfill.daysToFull')}</u>
      <p>
        {fullOn.p50 === null ? null : <span>{t('landfill.p50On', { day: dayWords(fullOn.p50, language) })}</span>}
        {daysLeft.p10 === null ? null : (
          <span>{t('landfill.p10to90', { from: days(daysLeft.p10), to: days(daysLeft.p90) })}</span>
        )}
      </p>
    </div>
  )
}
