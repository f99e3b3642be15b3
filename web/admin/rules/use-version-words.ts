import { useTranslation } from 'react-i18next'
import { clock, dayOf } from '../../format.ts'

/** Hours that came with the product hold from the beginning of time on. */
const SHIPPED = '1970'

/** Which version a rule is, and since when. */
export function useVersionWords(): (of: { version: number; validFrom: string }) => string {
  const { t } = useTranslation()
  return ({ version, validFrom }) =>
    validFrom.startsWith(SHIPPED)
      ? t('rules.versionShipped', { n: version })
      : t('rules.version', { n: version, time: `${dayOf(validFrom)} ${clock(validFrom)}` })
}
