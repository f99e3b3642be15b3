import { useTranslation } from 'react-i18next'
import type { SurveyVolume } from '../../../server/contract/landfill.ts'
import { number } from '../../format.ts'

const CENTIMETRE = 0.01

/** What came out, over how much ground, and by how much a centimetre of height would change it. */
export function VolumeAnswer({ volume: { netM3, fillM3, cutM3, areaM2, missing } }: { volume: SurveyVolume }) {
  const { t } = useTranslation()
  return (
    <div role="status">
      <p className="up-text">
        {t('landfill.volumeIs', {
          net: number(netM3, 1),
          fill: number(fillM3, 1),
          cut: number(cutM3, 1),
          area: number(areaM2),
          missing: number(missing),
        })}
      </p>
      <p className="up-text">{t('landfill.volumeError', { n: number(areaM2 * CENTIMETRE, 1) })}</p>
    </div>
  )
}
