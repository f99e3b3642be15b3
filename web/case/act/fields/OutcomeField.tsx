import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { CaseOutcome, Quantity } from '../../../../server/contract/case.ts'
import type { CaseCard } from '../../../api-cases.ts'
import { NamedSelect } from '../../../console/NamedSelect.tsx'

const OUTCOMES = CaseOutcome.exclude(['none', 'not-solved']).options

/** What was done, and how much of it: the yearly report counts both. */
export function OutcomeField(_: { of: CaseCard }) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="outcome" label={t('act.outcome')} rules={[{ required: true, message: t('act.outcomeMissing') }]}>
        <NamedSelect
          label={t('act.outcome')}
          autoFocus
          options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      </Form.Item>
      <div className="act-pair">
        <Form.Item name="amount" label={t('act.amount')}>
          <InputNumber min={0} max={1_000_000} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="unit"
          label={t('act.unit')}
          dependencies={['amount']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value: unknown) =>
                value === undefined && getFieldValue('amount') != null
                  ? Promise.reject(new Error(t('act.unitMissing')))
                  : Promise.resolve(),
            }),
          ]}
        >
          <NamedSelect
            label={t('act.unit')}
            allowClear
            options={Quantity.shape.unit.options.map((value) => ({ value, label: t(`quantity.${value}`) }))}
          />
        </Form.Item>
      </div>
    </>
  )
}
