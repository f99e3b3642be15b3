import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { UNCLASSIFIED } from '../../../../server/contract/case.ts'
import type { CaseCard } from '../../../api-cases.ts'
import { ClassSelect } from '../../ClassSelect.tsx'

/** What it is, where the report did not say or said something else. */
export function ClassField({ of }: { of: CaseCard }) {
  const { t } = useTranslation()
  const unknown = of.code === UNCLASSIFIED.code
  return (
    <Form.Item
      name="class"
      label={t('cases.class')}
      extra={unknown ? t('act.classUnknown') : undefined}
      getValueProps={(value: unknown) => ({
        value: value === `${UNCLASSIFIED.kind}:${UNCLASSIFIED.code}` ? undefined : value,
      })}
    >
      <ClassSelect />
    </Form.Item>
  )
}
