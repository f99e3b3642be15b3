import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { FencePurpose, NewGeofence } from '../../../server/contract/geofence.ts'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { useAllCrews } from '../crews/queries.ts'
import { fits } from '../fits.ts'

interface FenceFieldsProps {
  disabled: boolean
  /** What the server said of a field. */
  refused: (field: 'name' | 'purpose' | 'crews') => string | undefined
}

/** What a fence is called, what it is for, and whom it concerns. */
export function FenceFields({ disabled, refused }: FenceFieldsProps) {
  const { t } = useTranslation()
  const crews = useAllCrews().data ?? []
  const said = (field: Parameters<typeof refused>[0]) => {
    const help = refused(field)
    return help === undefined ? {} : { help, validateStatus: 'error' as const }
  }
  return (
    <>
      <Form.Item
        name="name"
        label={t('fences.name')}
        rules={[{ validator: fits(NewGeofence.shape.name, t('fences.nameBad')) }]}
        {...said('name')}
      >
        <Input disabled={disabled} autoComplete="off" placeholder={t('fences.nameLike')} />
      </Form.Item>
      <Form.Item name="purpose" label={t('fences.purpose')} {...said('purpose')}>
        <NamedSelect
          label={t('fences.purpose')}
          disabled={disabled}
          options={FencePurpose.options.map((value) => ({ value, label: t(`fencePurpose.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="crews" label={t('fences.crews')} extra={t('fences.crewsNote')} {...said('crews')}>
        <NamedSelect
          mode="multiple"
          label={t('fences.crews')}
          disabled={disabled}
          placeholder={t('fences.everyCrew')}
          optionFilterProp="label"
          options={crews.filter(({ endedAt }) => endedAt === null).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    </>
  )
}
