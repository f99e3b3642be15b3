import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Verified } from '../../../../server/contract/rule.ts'
import type { CalendarYear, Holiday } from '../../../../server/contract/work-calendar.ts'
import type { CalendarDraft } from '../../../api-rules.ts'
import { Button } from '../../../ui/Button.tsx'
import { useChangeCalendar } from '../queries.ts'
import { RuleRefused } from '../RuleRefused.tsx'
import { HolidayRows } from './HolidayRows.tsx'

interface CalendarFormProps {
  year: number
  /** The year that is changed; for another year, what its names are taken from. */
  of: CalendarYear
  /** Of the version that was seen; undefined for a year that is new. */
  etag: string | undefined
  onDone: (year: number) => void
  onReload: () => void
  onClose: () => void
}

/** A year's days off as the notice has them, row by row. */
export function CalendarForm({ year, of, etag, onDone, onReload, onClose }: CalendarFormProps) {
  const { t } = useTranslation()
  const change = useChangeCalendar()
  const isNew = etag === undefined
  const first: CalendarDraft = isNew
    ? { holidays: of.holidays.map(emptied), source: '', edition: '', verified: 'V' }
    : { holidays: of.holidays, source: of.source, edition: of.edition, verified: of.verified }
  const required = [{ required: true, whitespace: true, message: t('rules.fieldBad') }]
  return (
    <section className="calendar-form" aria-label={t(isNew ? 'rules.addYear' : 'rules.editYear', { year })}>
      <h2>{t('rules.yearTitle', { year })}</h2>
      <p className="field-note">{t('rules.yearNote')}</p>
      <Form<CalendarDraft>
        layout="vertical"
        requiredMark={false}
        initialValues={first}
        onFinish={(draft) =>
          change.mutate({ year, draft, edit: { etag, reason: undefined } }, { onSuccess: () => onDone(year) })
        }
      >
        <HolidayRows />
        <div className="field-triple">
          <Form.Item name="source" label={t('rules.source')} rules={required}>
            <Input autoComplete="off" placeholder={t('rules.noticeLike')} />
          </Form.Item>
          <Form.Item name="edition" label={t('rules.edition')} rules={required}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="verified" label={t('rules.verified')}>
            <Select options={Verified.options.map((value) => ({ value, label: t(`verified.${value}`) }))} />
          </Form.Item>
        </div>
        {change.error ? <RuleRefused fault={change.error} onReload={onReload} /> : null}
        <p className="verb-line">
          <Button look="primary" type="submit" disabled={change.isPending}>
            {t('rules.saveYear', { year })}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('admin.leave')}
          </Button>
        </p>
      </Form>
    </section>
  )
}

const emptied = ({ name }: Holiday): Holiday => ({ name, from: '', to: '', workdays: [] })
