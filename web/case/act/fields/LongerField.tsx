import { Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { LimitUnit } from '../../../../server/contract/clock.ts'
import { countsAlike } from '../../../../server/contract/run-clock.ts'
import type { CaseCard } from '../../../api-cases.ts'
import { NamedSelect } from '../../../console/NamedSelect.tsx'
import { stageClocks } from '../../stage-clocks.ts'
import { useStageWords } from '../../use-stage-words.ts'

/** How much longer, and which clock where several run; in a unit that counts as that clock does. */
export function LongerField({ of }: { of: CaseCard }) {
  const { t } = useTranslation()
  const stageWords = useStageWords(of)
  const running = stageClocks(of)
  const clockId = Form.useWatch<string | undefined>('clockId')
  const meant = running.find(({ id }) => id === clockId) ?? running[0]
  const units = LimitUnit.options.filter((unit) => !meant || countsAlike(meant.limit.unit, unit))
  if (!meant) return <p className="act-note">{t('act.noClock')}</p>
  return (
    <>
      {running.length > 1 ? (
        <Form.Item
          name="clockId"
          label={t('act.whichClock')}
          rules={[{ required: true, message: t('act.whichClock') }]}
        >
          <NamedSelect
            label={t('act.whichClock')}
            options={running.map(({ id, stage }) => ({ value: id, label: stageWords(stage) }))}
          />
        </Form.Item>
      ) : null}
      <div className="act-pair">
        <Form.Item name="longer" label={t('act.longer')} rules={[{ required: true, message: t('act.longerMissing') }]}>
          <InputNumber min={1} max={10_000} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="longerUnit"
          label={t('act.unit')}
          initialValue={meant.limit.unit}
          rules={[{ required: true, message: t('act.unit') }]}
        >
          <NamedSelect
            label={t('act.unit')}
            options={units.map((value) => ({ value, label: t(`limitUnit.${value}`) }))}
          />
        </Form.Item>
      </div>
    </>
  )
}
