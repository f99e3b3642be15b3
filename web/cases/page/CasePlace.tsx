import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { getAsset } from '../../api.ts'
import type { CaseCard } from '../../api-cases.ts'
import { LazyPlaceMap } from '../../console/LazyPlaceMap.tsx'
import { coordinates } from '../../format.ts'

/** Where it is, on a small map with the things of its kind, and the way to the large one. */
export function CasePlace({ card: { assetId, location } }: { card: CaseCard }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    queryKey: ['asset', assetId],
    queryFn: ({ signal }) => getAsset(assetId ?? '', signal),
    enabled: assetId !== null,
    retry: false,
  })
  const layer = data?.layer
  const shown = useMemo(() => (layer ? [layer] : []), [layer])
  const [lng, lat] = location
  const place = useMemo(() => [lng, lat] as [number, number], [lng, lat])
  const on = assetId ? `&thing=${assetId}` : ''
  return (
    <section className="case-place">
      <LazyPlaceMap place={place} shown={shown} label={t('case.map')} />
      <p>
        <span>{coordinates(location)}</span>
        <a href={`/?v=${lng},${lat},18${on}`}>{t('case.onMap')}</a>
      </p>
    </section>
  )
}
