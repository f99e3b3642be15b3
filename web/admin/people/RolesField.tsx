import { useTranslation } from 'react-i18next'
import { EXCLUSIVE, Post } from '../../../server/contract/role.ts'
import { Check } from '../../ui/Check.tsx'

interface RolesFieldProps {
  value?: Post[]
  onChange?: (roles: Post[]) => void
  disabled?: boolean
}

/** Posts that somebody holds. Who sets up and who looks over are two people: each says so where the other is held. */
export function RolesField({ value = [], onChange, disabled = false }: RolesFieldProps) {
  const { t } = useTranslation()
  const toggle = (role: Post, on: boolean): void =>
    onChange?.(Post.options.filter((one) => (one === role ? on : value.includes(one))))
  return (
    <fieldset className="roles" aria-describedby="roles-apart">
      <legend className="hidden">{t('person.roles')}</legend>
      {Post.options.map((role) => {
        const other = EXCLUSIVE.includes(role) ? EXCLUSIVE.find((one) => one !== role) : undefined
        const isBarred = other !== undefined && value.includes(other) && !value.includes(role)
        return (
          <div key={role} className="roles-row">
            <Check
              checked={value.includes(role)}
              disabled={disabled || isBarred}
              onChange={(checked) => toggle(role, checked)}
            >
              {t(`role.${role}`)}
            </Check>
            <small>
              {isBarred && other ? t('person.barred', { role: t(`role.${other}`) }) : t(`roleDoes.${role}`)}
            </small>
          </div>
        )
      })}
      <p id="roles-apart" className="field-note">
        {t('person.apart')}
      </p>
    </fieldset>
  )
}
