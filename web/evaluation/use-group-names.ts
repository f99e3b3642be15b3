import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { CaseSource } from '../../server/contract/case.ts'
import type { GroupBy } from '../../server/contract/evaluation.ts'
import { getFeatures } from '../api.ts'
import { getCodes, getUnits } from '../api-cases.ts'
import { getAllCrews } from '../api-crews.ts'
import { useCityName } from '../console/use-city-name.ts'
import { useLanguage } from '../i18n/use-language.ts'

const KEPT = { staleTime: 5 * 60_000 }

/** What a group is called: an area by its grid, a crew, a contractor, a class or a source by their names. One whose name is not known keeps its id. */
export function useGroupNames(by: GroupBy): (group: string) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  const names = useNames(by)
  return (group) => {
    if (by === 'all') return t('rates.all')
    if (group === '') return t(`rateNone.${by}`)
    if (by === 'source') {
      const source = CaseSource.options.find((one) => one === group)
      return source ? t(`source.${source}`) : group
    }
    return names.get(group)?.[language] ?? group
  }
}

function useNames(by: GroupBy): ReadonlyMap<string, { zh: string; en: string }> {
  const bounds = useCityName()?.bounds
  const grids = useQuery({
    queryKey: ['responsibility-grids', bounds],
    queryFn: ({ signal }) => getFeatures('responsibility-grids', { bbox: bounds ?? [0, 0, 0, 0], limit: 1000 }, signal),
    ...{ ...KEPT, enabled: by === 'area' && Boolean(bounds) },
  }).data
  const crews = useQuery({
    queryKey: ['crews', 'all'],
    queryFn: ({ signal }) => getAllCrews(signal),
    enabled: by === 'crew',
  }).data
  const units = useQuery({
    queryKey: ['units'],
    queryFn: ({ signal }) => getUnits(signal),
    ...{ ...KEPT, enabled: by === 'contractor' },
  }).data
  const codes = useQuery({
    queryKey: ['codes'],
    queryFn: ({ signal }) => getCodes(signal),
    ...{ ...KEPT, enabled: by === 'class' },
  }).data
  const both = (name: string) => ({ zh: name, en: name })
  if (by === 'area') return new Map(grids?.features.map(({ id, properties }) => [id, both(properties.name)]))
  if (by === 'crew') return new Map(crews?.map(({ id, name }) => [id, both(name)]))
  if (by === 'contractor') return new Map(units?.map(({ id, name }) => [id, name]))
  return new Map(codes?.map(({ kind, code, name }) => [`${kind}:${code}`, name]))
}
