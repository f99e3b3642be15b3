import { useMutation } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { NewScreen } from '../../../server/contract/screen.ts'
import { Refusal } from '../../api.ts'
import { pairScreen } from '../../api-admin.ts'
import { newKey } from '../../api-send.ts'
import { Refused } from '../../refused.tsx'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { fits } from '../fits.ts'

/** Lets a wall in: what it shows, and where it hangs. */
export function PairForm({ mayWrite, onPaired }: { mayWrite: boolean; onPaired: () => Promise<void> }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<NewScreen>()
  const pair = useMutation({
    mutationFn: (given: NewScreen) => pairScreen(given, newKey()),
    onSuccess: async () => {
      form.resetFields()
      await onPaired()
    },
  })
  const isUnknown = pair.error instanceof Refusal && pair.error.problem.code === 'unknown-code'
  return (
    <section className="pair" aria-labelledby="pair-title">
      <h2 id="pair-title">{t('wallScreen.pair')}</h2>
      <p className="field-note">{t('wallScreen.pairNote', { address: `${location.origin}/wall` })}</p>
      <Form form={form} layout="vertical" requiredMark={false} className="pair-form" onFinish={pair.mutate}>
        <Form.Item
          name="code"
          label={t('wallScreen.code')}
          rules={[{ validator: fits(NewScreen.shape.code, t('wallScreen.codeBad')) }]}
        >
          <Input className="pair-code" disabled={!mayWrite} autoComplete="off" spellCheck={false} maxLength={12} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('wallScreen.name')}
          rules={[{ validator: fits(NewScreen.shape.name, t('wallScreen.nameBad')) }]}
        >
          <Input disabled={!mayWrite} autoComplete="off" maxLength={40} placeholder={t('wallScreen.nameLike')} />
        </Form.Item>
        <Button look="primary" type="submit" disabled={!mayWrite || pair.isPending}>
          {t('wallScreen.pairDo')}
        </Button>
        {mayWrite ? null : <small>{t('admin.onlyAdmin')}</small>}
      </Form>
      <p role="status">{pair.data ? t('wallScreen.paired', { name: pair.data.name }) : null}</p>
      {isUnknown ? (
        <Notice title={t('wallScreen.pairFailed')}>{t('wallScreen.codeUnknown')}</Notice>
      ) : pair.error ? (
        <Refused fault={pair.error} title={t('wallScreen.pairFailed')} />
      ) : null}
    </section>
  )
}
