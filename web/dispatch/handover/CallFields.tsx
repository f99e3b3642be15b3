import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/Button.tsx'
import type { CallDraft } from './draft.ts'

interface CallFieldsProps {
  call: CallDraft
  onChange: (call: CallDraft) => void
  onRemove: () => void
}

/** One call that was promised: about which case, by when, to say what. */
export function CallFields({ call, onChange, onRemove }: CallFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className="handover-call">
      <Input
        aria-label={t('handover.callCase')}
        placeholder={t('handover.callCase')}
        value={call.caseNumber}
        maxLength={13}
        onChange={({ target }) => onChange({ ...call, caseNumber: target.value })}
      />
      <Input
        type="datetime-local"
        aria-label={t('handover.callDue')}
        value={call.due}
        onChange={({ target }) => onChange({ ...call, due: target.value })}
      />
      <Input
        aria-label={t('handover.callWords')}
        placeholder={t('handover.callWords')}
        value={call.words}
        maxLength={200}
        onChange={({ target }) => onChange({ ...call, words: target.value })}
      />
      <Button small look="quiet" onClick={onRemove}>
        {t('handover.removeCall')}
      </Button>
    </div>
  )
}
