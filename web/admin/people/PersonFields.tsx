import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { LoginName, NewPerson } from '../../../server/contract/person.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { fits } from '../fits.ts'
import { RolesField } from './RolesField.tsx'
import { useCrews, useUnits } from './scope-words.ts'
import { useAreaOptions } from './use-area-options.ts'

/** The fields of a person's form. A login name is given once. */
export function PersonFields({ isNew, disabled }: { isNew: boolean; disabled: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [units, crews, areas] = [useUnits() ?? [], useCrews() ?? [], useAreaOptions()]
  return (
    <>
      <div className="field-pair">
        <Form.Item
          name="login"
          label={t('person.login')}
          extra={isNew ? t('person.loginNote') : undefined}
          rules={[{ validator: fits(LoginName, t('person.loginBad')) }]}
        >
          <Input disabled={!isNew || disabled} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="name"
          label={t('person.name')}
          extra={isNew ? t('person.nameNote') : undefined}
          rules={[{ validator: fits(NewPerson.shape.name, t('person.nameBad')) }]}
        >
          <Input disabled={disabled} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item
        name="roles"
        label={t('person.roles')}
        rules={[{ validator: fits(NewPerson.shape.roles, t('person.rolesBad')) }]}
      >
        <RolesField disabled={disabled} />
      </Form.Item>
      <Form.Item
        name="areas"
        label={t('person.areas')}
        extra={t('person.areasNote')}
        rules={[{ validator: fits(AREAS, t('person.areasBad')) }]}
      >
        <Select mode="tags" options={areas} disabled={disabled} maxTagTextLength={24} />
      </Form.Item>
      <div className="field-pair">
        <Form.Item name="contractor" label={t('person.contractor')} extra={t('person.contractorNote')}>
          <Select
            allowClear
            disabled={disabled}
            placeholder={t('person.notNarrowed')}
            options={units
              .filter(({ kind }) => kind === 'contractor')
              .map(({ id, name }) => ({ value: id, label: name[language] }))}
          />
        </Form.Item>
        <Form.Item name="crewId" label={t('person.crew')} extra={t('person.crewNote')}>
          <Select
            allowClear
            disabled={disabled}
            placeholder={t('person.notNarrowed')}
            options={crews
              .filter(({ endedAt }) => endedAt === null)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="unit" label={t('person.unit')} extra={t('person.unitNote')}>
        <Select
          allowClear
          disabled={disabled}
          placeholder={t('person.noUnit')}
          options={units.map(({ id, name }) => ({ value: id, label: name[language] }))}
        />
      </Form.Item>
    </>
  )
}

const AREAS = NewPerson.shape.scope.unwrap().shape.areas
