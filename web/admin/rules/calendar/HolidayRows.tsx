import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Holiday } from '../../../../server/contract/work-calendar.ts'
import { Button } from '../../../ui/Button.tsx'
import { fits } from '../../fits.ts'

const MOST = 30

/** Rows of a year: a name, its first and last day, and the days worked in their place. */
export function HolidayRows() {
  const { t } = useTranslation()
  const { shape } = Holiday
  const name = [{ required: true, whitespace: true, message: t('rules.fieldBad') }]
  const day = [{ validator: fits(shape.from, t('rules.dayBad')) }]
  return (
    <Form.List name="holidays">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name: at }) => (
            <div key={key} className="holiday-row">
              <Form.Item name={[at, 'name', 'zh']} label={`${t('rules.holidayName')} ${t('textIn.zh')}`} rules={name}>
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item name={[at, 'name', 'en']} label={`${t('rules.holidayName')} ${t('textIn.en')}`} rules={name}>
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item name={[at, 'from']} label={t('rules.firstDay')} rules={day}>
                <Input type="date" />
              </Form.Item>
              <Form.Item name={[at, 'to']} label={t('rules.lastDay')} rules={day}>
                <Input type="date" />
              </Form.Item>
              <Form.Item
                name={[at, 'workdays']}
                label={t('rules.workdays')}
                rules={[{ validator: fits(shape.workdays, t('rules.workdaysBad')) }]}
              >
                <Select mode="tags" open={false} suffixIcon={null} placeholder={t('rules.workdaysLike')} />
              </Form.Item>
              <Button
                small
                look="quiet"
                aria-label={t('rules.holidayRemove', { n: at + 1 })}
                onClick={() => remove(at)}
              >
                {t('rules.remove')}
              </Button>
            </div>
          ))}
          <Button
            small
            disabled={fields.length === MOST}
            onClick={() => add({ name: { zh: '', en: '' }, from: '', to: '', workdays: [] })}
          >
            {t('rules.holidayAdd')}
          </Button>
        </>
      )}
    </Form.List>
  )
}
