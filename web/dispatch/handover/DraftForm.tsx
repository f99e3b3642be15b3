import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Handover, HandoverPatch } from '../../../server/contract/handover.ts'
import { Button } from '../../ui/Button.tsx'
import { CallFields } from './CallFields.tsx'
import { type CallDraft, callDraftOf, type DraftFault, patchOf } from './draft.ts'

interface DraftFormProps {
  handover: Handover
  isSaving: boolean
  onSave: (patch: HandoverPatch) => void
}

/** What the shift that leaves says beside the lists: calls promised, and notes. */
export function DraftForm({ handover, isSaving, onSave }: DraftFormProps) {
  const { t } = useTranslation()
  const [notes, setNotes] = useState(handover.notes)
  const [calls, setCalls] = useState<CallDraft[]>(() => handover.promised.map(callDraftOf))
  const [fault, setFault] = useState<DraftFault>()
  const save = (): void => {
    const read = patchOf(notes, calls)
    setFault('fault' in read ? read.fault : undefined)
    if ('patch' in read) onSave(read.patch)
  }
  const nextKey = Math.max(0, ...calls.map(({ key }) => key)) + 1
  return (
    <form
      className="handover-draft"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <fieldset>
        <legend>{t('handover.promised')}</legend>
        <p className="field-note">{t('handover.callNote')}</p>
        {calls.map((call) => (
          <CallFields
            key={call.key}
            call={call}
            onChange={(next) => setCalls(calls.map((one) => (one.key === call.key ? next : one)))}
            onRemove={() => setCalls(calls.filter(({ key }) => key !== call.key))}
          />
        ))}
        <Button small onClick={() => setCalls([...calls, { key: nextKey, caseNumber: '', due: '', words: '' }])}>
          {t('handover.addCall')}
        </Button>
      </fieldset>
      <label htmlFor="handover-notes">{t('handover.notes')}</label>
      <Input.TextArea
        id="handover-notes"
        value={notes}
        maxLength={4_000}
        autoSize={{ minRows: 4 }}
        placeholder={t('handover.notesHint')}
        onChange={({ target }) => setNotes(target.value)}
      />
      <p role="alert" className="handover-fault">
        {fault ? t(`handoverFault.${fault}`) : null}
      </p>
      <Button type="submit" disabled={isSaving}>
        {t('handover.save')}
      </Button>
    </form>
  )
}
