import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseCard } from '../../../api-cases.ts'

/** The case that goes on for both, by its number: the suggestions beside fill it in. */
export function IntoField({ of }: { of: CaseCard }) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="into"
      label={t('act.into')}
      extra={t('act.intoHint')}
      rules={[
        { required: true, pattern: /^\d{8}-\d{4}$/, message: t('act.intoMissing') },
        {
          validator: (_, value: unknown) =>
            value === of.number ? Promise.reject(new Error(t('refused.into-itself'))) : Promise.resolve(),
        },
      ]}
    >
      <Input placeholder="20260501-0012" />
    </Form.Item>
  )
}
