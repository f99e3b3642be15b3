import { Form, Input, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { CaseMethod } from '../../../../server/contract/case.ts'
import type { Condition } from '../../../../server/contract/condition.ts'
import { Verified } from '../../../../server/contract/rule.ts'
import { useLanguage } from '../../../i18n/use-language.ts'
import { useCodes } from '../queries.ts'

const TEXTS = ['title', 'condition', 'closeStandard'] as const
const SWITCHES = ['emergency', 'photoAfter', 'withdrawn'] as const

/** What a condition says besides its limits. */
export function ConditionFields({ kind }: { kind: Condition['kind'] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const codes = useCodes() ?? []
  return (
    <>
      {TEXTS.map((name) => (
        <div key={name} className="field-pair">
          {(['zh', 'en'] as const).map((of) => (
            <Form.Item key={of} name={[name, of]} label={`${t(`conditionText.${name}`)} ${t(`textIn.${of}`)}`}>
              <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
            </Form.Item>
          ))}
        </div>
      ))}
      <Form.Item name="codes" label={t('rules.classes')}>
        <Select
          mode="multiple"
          maxTagCount={6}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '*', label: t(kind === 'component' ? 'rules.anyComponent' : 'rules.anyMatter') },
            ...codes
              .filter((one) => one.kind === kind)
              .map(({ code, name }) => ({ value: code, label: `${name[language]} ${code}` })),
          ]}
        />
      </Form.Item>
      <div className="switches">
        {SWITCHES.map((name) => (
          <Form.Item key={name} name={name} valuePropName="checked" label={t(`conditionSwitch.${name}`)}>
            <Switch size="small" />
          </Form.Item>
        ))}
      </div>
      <div className="field-pair">
        <Form.Item name="method" label={t('rules.method')}>
          <Select options={CaseMethod.options.map((value) => ({ value, label: t(`method.${value}`) }))} />
        </Form.Item>
        <Form.Item name="verified" label={t('rules.verified')}>
          <Select options={Verified.options.map((value) => ({ value, label: t(`verified.${value}`) }))} />
        </Form.Item>
      </div>
      <div className="field-pair">
        <Form.Item name="source" label={t('rules.source')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="edition" label={t('rules.edition')}>
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <div className="field-pair">
        <Form.Item name={['place', 'zh']} label={`${t('rules.place')} ${t('textIn.zh')}`}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name={['place', 'en']} label={`${t('rules.place')} ${t('textIn.en')}`}>
          <Input autoComplete="off" />
        </Form.Item>
      </div>
    </>
  )
}
