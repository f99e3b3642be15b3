import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConditionStage } from '../../../../server/contract/condition.ts'
import { Button } from '../../../ui/Button.tsx'
import { LimitInput } from '../LimitInput.tsx'

const MOST = 6
const IDS = ['handle', 'sign', 'replace', 'stop', 'penalty', 'demolish']

/** The steps of what must be done, each with a limit of its own (D3). */
export function StagesField({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const stages: (ConditionStage | undefined)[] = Form.useWatch('stages', { form, preserve: true }) ?? []
  return (
    <Form.List name="stages">
      {(fields, { add, remove }) => (
        <fieldset className="stages">
          <legend>{t('rules.stages')}</legend>
          {fields.map(({ key, name }) => (
            <div key={key} className="stage">
              <Form.Item name={[name, 'action', 'zh']} label={t('rules.actionZh')}>
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'action', 'en']} label={t('rules.actionEn')}>
                <Input autoComplete="off" />
              </Form.Item>
              <Form.Item name={[name, 'limit']} label={t('rules.limit')}>
                <LimitInput disabled={disabled} label={t('rules.limitOf', { n: name + 1 })} />
              </Form.Item>
              <Form.Item name={[name, 'after']} label={t('rules.after')}>
                <Select
                  allowClear
                  placeholder={t('rules.withCase')}
                  options={stages
                    .slice(0, name)
                    .flatMap((stage) => (stage?.id ? [{ value: stage.id, label: stage.action?.zh || stage.id }] : []))}
                />
              </Form.Item>
              <Button
                small
                look="quiet"
                disabled={disabled || fields.length === 1}
                onClick={() => remove(name)}
                aria-label={t('rules.stageRemove', { n: name + 1 })}
              >
                {t('rules.remove')}
              </Button>
            </div>
          ))}
          <Button
            small
            disabled={disabled || fields.length === MOST}
            onClick={() => add({ ...NEW_STAGE, id: freeId(stages) })}
          >
            {t('rules.stageAdd')}
          </Button>
        </fieldset>
      )}
    </Form.List>
  )
}

const NEW_STAGE = { action: { zh: '', en: '' }, limit: { value: 1, unit: 'work-day' } }

const freeId = (stages: readonly (ConditionStage | undefined)[]): string =>
  IDS.find((id) => !stages.some((stage) => stage?.id === id)) ?? IDS[0] ?? 'handle'
