import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseCard } from '../../../api-cases.ts'
import { stageClocks } from '../../stage-clocks.ts'
import { useStageWords } from '../../use-stage-words.ts'

/** Which stage of the filing condition is done. */
export function StageField({ of }: { of: CaseCard }) {
  const { t } = useTranslation()
  const stageWords = useStageWords(of)
  const running = stageClocks(of)
  if (running.length === 0) return <p className="act-note">{t('act.noStage')}</p>
  return (
    <Form.Item name="stage" label={t('act.stage')} rules={[{ required: true, message: t('act.stageMissing') }]}>
      <Radio.Group options={running.map(({ stage }) => ({ value: stage, label: stageWords(stage) }))} />
    </Form.Item>
  )
}
