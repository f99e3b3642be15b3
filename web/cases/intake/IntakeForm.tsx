import { Button, Checkbox, Form, type FormInstance, Input } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { COMPLAINT_SOURCES } from '../../../server/contract/case.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { holdsPhone } from '../../../server/contract/mask.ts'
import { PERMISSIONS } from '../../../server/contract/permission.ts'
import type { Placement } from '../../api-cases.ts'
import { ClassSelect } from '../../case/ClassSelect.tsx'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { coordinates } from '../../format.ts'
import { useActor } from '../../me/use-me.ts'
import { Refused } from '../../refused.tsx'
import { PlaceSearch } from './PlaceSearch.tsx'
import { type FilledReport, sourcesOf } from './report-of.ts'

interface IntakeFormProps {
  form: FormInstance<FilledReport>
  location: LngLat | undefined
  placement: Placement | undefined
  /** Number of the case that it joins. */
  joins: string | undefined
  busy: boolean
  fault: Error | null
  onPlace: (place: LngLat) => void
  onSend: (filled: FilledReport) => void
  /** What the place and the class bring with them, ahead of the button. */
  children: ReactNode
}

export function IntakeForm({
  form,
  location,
  placement,
  joins,
  busy,
  fault,
  onPlace,
  onSend,
  children,
}: IntakeFormProps) {
  const { t } = useTranslation()
  const roles = useActor()?.roles ?? []
  const sources = sourcesOf(roles)
  const source = Form.useWatch('source', form)
  const asksWho =
    roles.some((role) => PERMISSIONS.complainant.write.includes(role)) &&
    COMPLAINT_SOURCES.some((complaint) => complaint === source)
  const road = placement?.road?.name
  useEffect(() => {
    // Only what nobody has typed over.
    if (road && !form.isFieldTouched('address')) form.setFieldsValue({ address: road })
  }, [road, form])
  const plain = (_: unknown, value: unknown): Promise<void> =>
    typeof value === 'string' && holdsPhone(value) ? Promise.reject(new Error(t('act.wordsPhone'))) : Promise.resolve()
  return (
    <Form<FilledReport>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ source: sources[0] }}
      onFinish={onSend}
    >
      <Form.Item name="source" label={t('intake.source')} rules={[{ required: true }]}>
        <NamedSelect
          label={t('intake.source')}
          options={sources.map((value) => ({ value, label: t(`source.${value}`) }))}
        />
      </Form.Item>
      <Form.Item label={t('intake.place')} htmlFor="place-search" required>
        <PlaceSearch onPlace={onPlace} />
        <p className="intake-place" role="status">
          {location ? coordinates(location) : t('intake.noPlace')}
        </p>
      </Form.Item>
      <Form.Item name="class" label={t('intake.class')} extra={t('intake.classHint')}>
        <ClassSelect />
      </Form.Item>
      <Form.Item
        name="problem"
        label={t('intake.problem')}
        rules={[{ required: true, whitespace: true, message: t('intake.problemMissing') }, { validator: plain }]}
      >
        <Input maxLength={200} placeholder={t('intake.problemHint')} />
      </Form.Item>
      <Form.Item
        name="address"
        label={t('intake.address')}
        rules={[{ required: true, whitespace: true, message: t('intake.addressMissing') }, { validator: plain }]}
      >
        <Input maxLength={200} placeholder={t('intake.addressHint')} />
      </Form.Item>
      {asksWho ? (
        <div className="intake-who">
          <Form.Item name="name" label={t('intake.name')}>
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="phone"
            label={t('intake.phone')}
            rules={[{ pattern: /^\+?\d[\d -]{4,19}$/, message: t('intake.phoneBad') }]}
          >
            <Input maxLength={20} autoComplete="off" inputMode="tel" />
          </Form.Item>
          <p>{t('intake.whoHint')}</p>
        </div>
      ) : null}
      <Form.Item name="emergency" valuePropName="checked">
        <Checkbox>{t('intake.emergency')}</Checkbox>
      </Form.Item>
      {children}
      {fault ? <Refused fault={fault} title={t('intake.failed')} /> : null}
      <Button type="primary" htmlType="submit" size="large" block disabled={busy || !location}>
        {joins ? t('intake.join', { number: joins }) : t('intake.send')}
      </Button>
      {location ? null : <p className="intake-why">{t('intake.needsPlace')}</p>}
    </Form>
  )
}
