import { useTranslation } from 'react-i18next'
import { Refusal } from '../../api.ts'
import { moment } from '../../format.ts'
import { Refused } from '../../refused.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** Why a handover was not changed or signed; where somebody was faster, who and when. */
export function HandoverFault({ fault }: { fault: unknown }) {
  const { t } = useTranslation()
  const last = fault instanceof Refusal ? fault.problem.last : undefined
  if (!last) return <Refused fault={fault} title={t('handover.failed')} />
  return (
    <Notice title={t('handover.failed')}>
      <p>{t('handover.signedBy', { name: last.name, time: moment(last.at, Date.now()) })}</p>
    </Notice>
  )
}
