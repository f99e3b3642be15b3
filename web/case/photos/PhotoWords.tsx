import { useTranslation } from 'react-i18next'
import type { CasePhoto } from '../../../server/contract/case.ts'
import { moment } from '../../format.ts'

/** When it came, and what EXIF has against it. */
export function PhotoWords({ photo: { addedAt, warnings } }: { photo: CasePhoto }) {
  const { t } = useTranslation()
  return (
    <p className="photo-words">
      <time dateTime={addedAt}>{moment(addedAt, Date.now())}</time>
      {warnings.map((warning) => (
        <span key={warning}>{t(`photoWarning.${warning}` as 'photoWarning.far-away')}</span>
      ))}
    </p>
  )
}
