import { useTranslation } from 'react-i18next'
import type { RepeatSite } from '../../../server/contract/placement.ts'
import { moment } from '../../format.ts'

interface RepeatHistoryProps {
  earlier: RepeatSite['cases']
  onShowCase: (id: string) => void
}

/** What came at the same place before, the latest first. */
export function RepeatHistory({ earlier, onShowCase }: RepeatHistoryProps) {
  const { t } = useTranslation()
  return (
    <ul className="repeat-history" aria-label={t('dispatch.case.history')}>
      {earlier.map((one) => (
        <li key={one.id}>
          <time dateTime={one.receivedAt}>{moment(one.receivedAt, Date.now())}</time>
          <button type="button" className="panel-link" onClick={() => onShowCase(one.id)}>
            {one.problem}
          </button>
          <span>{t(`caseStatus.${one.status}`)}</span>
        </li>
      ))}
    </ul>
  )
}
