import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Scope } from '../../../server/contract/role.ts'
import { getUnits } from '../../api-cases.ts'
import { getAllCrews } from '../../api-crews.ts'
import { useLanguage } from '../../i18n/use-language.ts'

/** Names of those who can be given a case. */
export const useUnits = () =>
  useQuery({ queryKey: ['units'], queryFn: ({ signal }) => getUnits(signal), staleTime: 5 * 60_000 }).data

export const useCrews = () =>
  useQuery({ queryKey: ['crews', 'all'], queryFn: ({ signal }) => getAllCrews(signal) }).data

/** What of the city is somebody's, in words. */
export function useScopeWords(): (scope: Scope) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const [units, crews] = [useUnits(), useCrews()]
  return ({ areas, contractor, crewId }) => {
    const whole = areas.some((area) => area.length === 6)
    const unit = units?.find(({ id }) => id === contractor)?.name[language]
    const crew = crews?.find(({ id }) => id === crewId)?.name
    return [
      whole ? t('person.wholeCity') : areas.join(t('admin.and')),
      ...(contractor === null ? [] : [unit ?? contractor]),
      ...(crewId === null ? [] : [crew ?? crewId]),
    ].join(' · ')
  }
}
