import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { CaseWords } from '../../../server/contract/case-input.ts'
import { holdsPhone } from '../../../server/contract/mask.ts'
import type { CaseCard } from '../../api-cases.ts'
import { ActionNote } from './ActionNote.tsx'
import { type Filled, fieldsOf, inputOf, wordsNeeded } from './act-fields.ts'
import { ClassField } from './fields/ClassField.tsx'
import { ConditionField } from './fields/ConditionField.tsx'
import { CrewField } from './fields/CrewField.tsx'
import { FoundField } from './fields/FoundField.tsx'
import { IntoField } from './fields/IntoField.tsx'
import { LongerField } from './fields/LongerField.tsx'
import { OutcomeField } from './fields/OutcomeField.tsx'
import { StageField } from './fields/StageField.tsx'
import { ThingField } from './fields/ThingField.tsx'
import type { Doing } from './use-act.ts'
import type { Chosen } from './use-actions.ts'

const FIELDS = {
  ...{ class: ClassField, thing: ThingField, condition: ConditionField, crew: CrewField, outcome: OutcomeField },
  ...{ longer: LongerField, found: FoundField, stage: StageField, into: IntoField },
} as const

interface ActionFormProps {
  of: CaseCard
  chosen: Chosen
  busy: boolean
  onAct: (doing: Doing) => void
  onLeave: () => void
}

/** What an action must be told, and the button that does it by its own name. */
export function ActionForm({ of, chosen: { action, into }, busy, onAct, onLeave }: ActionFormProps) {
  const { t } = useTranslation()
  const needed = wordsNeeded(action)
  const name = t(`caseAction.${action}`)
  return (
    <Form<Filled>
      className="act-form"
      layout="vertical"
      requiredMark={false}
      initialValues={{ class: `${of.kind}:${of.code}`, ...(into === undefined ? {} : { into }) }}
      onFinish={(filled) => onAct({ action, input: inputOf(action, filled, of) })}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onLeave()
      }}
    >
      <h3>{name}</h3>
      <ActionNote action={action} of={of} />
      {fieldsOf(action).map((field) => {
        const Field = FIELDS[field]
        return <Field key={field} of={of} />
      })}
      <Form.Item
        name="words"
        label={t(needed ? 'act.words' : 'act.wordsFree')}
        rules={[
          { required: needed, whitespace: needed, message: t('act.wordsMissing') },
          {
            validator: (_, value: unknown) => {
              if (typeof value !== 'string' || value.trim() === '' || CaseWords.safeParse(value).success)
                return Promise.resolve()
              return Promise.reject(new Error(t(holdsPhone(value) ? 'act.wordsPhone' : 'act.wordsBad')))
            },
          },
        ]}
      >
        <Input.TextArea
          rows={needed ? 3 : 2}
          maxLength={500}
          autoFocus={fieldsOf(action).length === 0}
          placeholder={t(`caseHint.${action}`)}
        />
      </Form.Item>
      <div className="act-buttons">
        <Button type="primary" htmlType="submit" disabled={busy}>
          {name}
        </Button>
        <Button onClick={onLeave}>{t('act.leave')}</Button>
      </div>
    </Form>
  )
}
