import { useTranslation } from 'react-i18next'
import type { PromisedCall } from '../../../server/contract/handover.ts'
import { clock, dayOf } from '../../format.ts'

/** The calls that somebody waits for. */
export function PromisedCalls({ calls }: { calls: readonly PromisedCall[] }) {
  const { t } = useTranslation()
  if (calls.length === 0) return <p>{t('handover.noCalls')}</p>
  return (
    <ul className="handover-calls">
      {calls.map(({ caseNumber, dueAt, words }) => (
        <li key={`${caseNumber} ${dueAt} ${words}`}>
          {dueAt === null ? null : <b>{`${dayOf(dueAt).slice(5)} ${clock(dueAt)}`}</b>} {caseNumber} {words}
        </li>
      ))}
    </ul>
  )
}
