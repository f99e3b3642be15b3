import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../../server/contract/condition.ts'
import { Button } from '../../../ui/Button.tsx'
import { useChangeCondition } from '../queries.ts'
import { RuleRefused } from '../RuleRefused.tsx'
import { ConditionFields } from './ConditionFields.tsx'
import { draftOfCondition, isSameDraft, readDraft } from './condition-draft.ts'
import { StagesField } from './StagesField.tsx'

interface ConditionFormProps {
  id: string
  of: Condition
  etag: string
  mayWrite: boolean
  onReload: () => void
}

/** Makes a new version of a condition, for cases that are filed from now on. */
export function ConditionForm({ id, of, etag, mayWrite, onReload }: ConditionFormProps) {
  const { t } = useTranslation()
  const [form] = Form.useForm()
  // With what has no field of its own: the kind, and the ids of the stages.
  const values: unknown = Form.useWatch((all: unknown) => all, { form, preserve: true })
  const change = useChangeCondition()
  const draft = readDraft(values)
  const isChanged = draft !== undefined && !isSameDraft(draft, draftOfCondition(of))
  const why = !mayWrite
    ? t('admin.onlyAdmin')
    : draft === undefined
      ? t('rules.draftBad')
      : isChanged
        ? t('rules.fromNowOn')
        : t('admin.nothingChanged')
  return (
    <section className="drawer-part" aria-labelledby="condition-change">
      <h2 id="condition-change">{t('rules.change')}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={!mayWrite}
        initialValues={draftOfCondition(of)}
        onFinish={({ reason }: { reason?: string }) =>
          draft && change.mutate({ id, draft, edit: { etag, reason: reason?.trim() || undefined } })
        }
      >
        <StagesField disabled={!mayWrite} />
        <ConditionFields kind={of.kind} />
        <Form.Item name="reason" label={t('rules.reason')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        {change.error ? <RuleRefused fault={change.error} onReload={onReload} /> : null}
        <p className="verb-line">
          <Button look="primary" type="submit" disabled={!mayWrite || !isChanged || change.isPending}>
            {t('rules.saveNew')}
          </Button>
          <small>{why}</small>
        </p>
      </Form>
    </section>
  )
}
