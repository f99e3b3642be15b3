import { useTranslation } from 'react-i18next'
import { dayWords } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/Button.tsx'
import { Fault } from '../Fault.tsx'
import type { Moment } from './city-moment.ts'

interface ThenBannerProps {
  /** The moment chosen, and whether the map does not show it yet. */
  at: Moment
  waiting: boolean
  fault: Error | null
  onNow: () => void
}

/** Says that this is not the city of now, for as long as it is not. */
export function ThenBanner({ at, waiting, fault, onNow }: ThenBannerProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const time = `${dayWords(at.slice(0, 10), language)} ${at.slice(11)}`
  return (
    <div className="float then-banner" role="status">
      <p>
        <b>{t('then.banner', { time })}</b>
        {waiting && !fault ? <span>{t('then.reading')}</span> : null}
      </p>
      <Button small onClick={onNow} title={`${t('then.now')} (Esc)`}>
        {t('then.now')}
      </Button>
      {fault ? <Fault fault={fault} title={t('then.failed')} /> : null}
    </div>
  )
}
