import { useQuery } from '@tanstack/react-query'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { limitWords } from '../../../../server/contract/reckoning-words.ts'
import { type CaseCard, getConditions, getDue } from '../../../api-cases.ts'
import { clock, dayOf, dayWords } from '../../../format.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { Refused } from '../../../refused.tsx'
import { Hairlines } from '../../../ui/Hairlines.tsx'

/** The filing conditions of the class, each with its limits; of the one that is chosen when each stage would be due, and why then. */
export function ConditionField({ of }: { of: CaseCard }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data, error } = useQuery({
    queryKey: ['conditions', of.kind, of.code],
    queryFn: ({ signal }) => getConditions(of.kind, of.code, signal),
  })
  const chosen = Form.useWatch<string | undefined>('conditionId')
  if (error) return <Refused fault={error} title={t('act.conditionsFailed')} />
  if (!data) return <Hairlines rows={2} label={t('page.loading')} />
  if (data.length === 0) return <p className="act-note">{t('act.noCondition')}</p>
  return (
    <>
      <Form.Item
        name="conditionId"
        label={t('act.condition')}
        rules={[{ required: true, message: t('act.conditionMissing') }]}
      >
        <Radio.Group className="choices">
          {data.map(({ id, title, condition, stages, photoAfter, emergency }) => (
            <Radio key={id} value={id}>
              <b>{title[language]}</b>
              <span className="choice-side">
                {stages.map(({ limit }) => limitWords(limit)[language]).join(t('act.then'))}
              </span>
              <small>
                {condition[language]}
                {photoAfter ? t('act.photoAfter') : ''}
                {emergency ? t('act.emergency') : ''}
              </small>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {chosen ? <DuePreview condition={chosen} /> : null}
    </>
  )
}

function DuePreview({ condition }: { condition: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { data } = useQuery({
    queryKey: ['due', condition],
    queryFn: ({ signal }) => getDue(condition, new Date().toISOString(), signal),
    staleTime: 60_000,
  })
  if (!data) return null
  return (
    <ul className="due-preview" aria-label={t('act.due')}>
      {data.stages.map(({ stage, action, dueAt, words, beyondCalendar }) => (
        <li key={stage}>
          <b>
            {action[language]}
            <span>{t('act.dueAt', { day: dayWords(dayOf(dueAt), language), time: clock(dueAt) })}</span>
          </b>
          <small>{words[language]}</small>
          {beyondCalendar ? <small className="ink-due">{t('clock.beyondCalendar')}</small> : null}
        </li>
      ))}
    </ul>
  )
}
