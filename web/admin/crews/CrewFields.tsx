import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { NewCrew, Skill } from '../../../server/contract/crew.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { fits } from '../fits.ts'
import { useUnits } from '../people/scope-words.ts'
import { useAreaOptions } from '../people/use-area-options.ts'

/** The fields of a crew's form. */
export function CrewFields({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [units, areas] = [useUnits() ?? [], useAreaOptions()]
  const { shape } = NewCrew
  const time = [{ validator: fits(shape.shift.shape.from, t('crews.timeBad')) }]
  const count = [{ required: true, message: t('crews.countBad') }]
  return (
    <>
      <Form.Item name="name" label={t('crews.name')} rules={[{ validator: fits(shape.name, t('crews.nameBad')) }]}>
        <Input disabled={disabled} autoComplete="off" placeholder={t('crews.nameLike')} />
      </Form.Item>
      <Form.Item
        name="skills"
        label={t('crews.skills')}
        rules={[{ validator: fits(shape.skills, t('crews.skillsBad')) }]}
      >
        <Select
          mode="multiple"
          disabled={disabled}
          options={Skill.options.map((skill) => ({ value: skill, label: t(`skill.${skill}`) }))}
        />
      </Form.Item>
      <div className="field-pair">
        <Form.Item name="plate" label={t('crews.plate')} extra={t('crews.plateNote')}>
          <Input disabled={disabled} autoComplete="off" maxLength={20} />
        </Form.Item>
        <Form.Item
          name="vehicleKind"
          label={t('crews.vehicleKind')}
          dependencies={['plate']}
          rules={[
            ({ getFieldValue }) => ({
              required: Boolean(String(getFieldValue('plate') ?? '').trim()),
              message: t('crews.vehicleKindBad'),
            }),
          ]}
        >
          <Input disabled={disabled} autoComplete="off" maxLength={20} />
        </Form.Item>
      </div>
      <div className="field-pair">
        <Form.Item name="from" label={t('crews.shiftFrom')} rules={time}>
          <Input type="time" disabled={disabled} />
        </Form.Item>
        <Form.Item name="to" label={t('crews.shiftTo')} extra={t('crews.shiftNote')} rules={time}>
          <Input type="time" disabled={disabled} />
        </Form.Item>
      </div>
      <Form.Item name="contractor" label={t('crews.contractor')} extra={t('crews.contractorNote')}>
        <Select
          allowClear
          disabled={disabled}
          placeholder={t('crews.ownCrew')}
          options={units
            .filter(({ kind }) => kind === 'contractor')
            .map(({ id, name }) => ({ value: id, label: name[language] }))}
        />
      </Form.Item>
      <Form.Item name="areas" label={t('crews.areas')} rules={[{ validator: fits(shape.areas, t('person.areasBad')) }]}>
        <Select mode="tags" options={areas} disabled={disabled} />
      </Form.Item>
      <div className="field-pair">
        <Form.Item name="headcount" label={t('crews.headcount')} rules={count}>
          <InputNumber min={1} max={200} precision={0} disabled={disabled} />
        </Form.Item>
        <Form.Item name="loadLimit" label={t('crews.loadLimit')} extra={t('crews.loadNote')} rules={count}>
          <InputNumber min={1} max={200} precision={0} disabled={disabled} />
        </Form.Item>
      </div>
    </>
  )
}
