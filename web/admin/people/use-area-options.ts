import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getFeatures } from '../../api.ts'
import { useCityName } from '../../console/use-city-name.ts'

/** Streets and communities by the codes of the unit grids that lie in them: 9 and 12 digits of GB/T 30428.1. */
export function useAreaOptions(): { value: string; label: string }[] {
  const { t } = useTranslation()
  const city = useCityName()
  const bounds = city?.bounds
  const grids = useQuery({
    queryKey: ['unit-grids', bounds],
    queryFn: ({ signal }) => getFeatures('unit-grids', { bbox: bounds ?? [0, 0, 0, 0], limit: 1000 }, signal),
    ...{ enabled: Boolean(bounds), staleTime: 5 * 60_000 },
  }).data
  const codes = (grids?.features ?? []).map(({ id }) => id).filter((id) => /^\d{15}$/.test(id))
  const counts = new Map<string, number>()
  for (const code of codes)
    for (const digits of [9, 12]) counts.set(code.slice(0, digits), (counts.get(code.slice(0, digits)) ?? 0) + 1)
  const within = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  return [
    ...(city ? [{ value: city.area, label: `${city.area} ${t('person.wholeCity')}` }] : []),
    ...within.map(([value, n]) => ({
      value,
      label: `${value} ${t(value.length === 9 ? 'person.street' : 'person.community', { n })}`,
    })),
  ]
}
