import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseCard } from '../api-cases.ts'
import { LazyPlaceMap } from '../console/LazyPlaceMap.tsx'
import { coordinates } from '../format.ts'
import { useThing } from './queries.ts'

/** Where it is, on a small map with the things of its kind, and the way to the large one. */
export function CasePlace({ card: { assetId, location } }: { card: CaseCard }) {
  const { t } = useTranslation()
  const layer = useThing(assetId)?.layer
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
