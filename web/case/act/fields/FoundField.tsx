import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseCard } from '../../../api-cases.ts'

/** 核实: is the problem there? */
export function FoundField(_: { of: CaseCard }) {
  const { t } = useTranslation()
  return (
    <Form.Item name="found" label={t('act.found')} rules={[{ required: true, message: t('act.foundMissing') }]}>
      <Radio.Group
        options={[
          { value: true, label: t('act.foundYes') },
          { value: false, label: t('act.foundNo') },
        ]}
      />
    </Form.Item>
  )
}
