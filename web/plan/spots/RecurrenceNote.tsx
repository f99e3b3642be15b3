import { useTranslation } from 'react-i18next'
import { useSpotDesk } from './spot-desk.tsx'

/** What a fall after a campaign means, and what it does not: said beside the figures and not in a manual. */
export function RecurrenceNote() {
  const { t } = useTranslation()
  const { reading } = useSpotDesk()
  return (
    <div className="spot-ratios">
      {reading.foot.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="spot-warning">
        <b>{t('spots.careful')}</b>
        {reading.method[0]}
      </p>
    </div>
  )
}
