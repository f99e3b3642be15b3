import { useTranslation } from 'react-i18next'
import type { Verified } from '../../../server/contract/rule.ts'

interface OriginProps {
  source: string
  edition: string
  verified: Verified
}

/** Where a number comes from; one that was not read in its source says so. */
export function Origin({ source, edition, verified }: OriginProps) {
  const { t } = useTranslation()
  return (
    <span className="origin">
      {source} · {edition} {verified === 'V' ? null : <span className="tag">{t(`verified.${verified}`)}</span>}
    </span>
  )
}
