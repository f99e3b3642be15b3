import { useQuery } from '@tanstack/react-query'
import distanceOf from '@turf/distance'
import { useTranslation } from 'react-i18next'
import type { Asset } from '../../../server/contract/asset.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import type { LayerPicture } from '../../api.ts'
import { getNearest } from '../../api.ts'
import { distance } from '../../format.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { StateMark } from '../../icons/StateMark.tsx'
import { centreOf } from './centre-of.ts'

interface NearbyThingsProps {
  thing: Asset
  layer: LayerPicture
  centre: LngLat
  onThing: (id: string, lngLat: LngLat) => void
}

const SHOWN = 5

export function NearbyThings({ thing, layer, centre, onThing }: NearbyThingsProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const near = useQuery({
    queryKey: ['near', layer.id, centre],
    queryFn: ({ signal }) => getNearest(layer.id, centre, SHOWN + 1, signal),
  })
  const others = (near.data ?? [])
    .filter(({ id }) => String(id) !== thing.id)
    .map((feature) => {
      const place = centreOf(feature.geometry)
      return { feature, place, metres: distanceOf([...centre], [...place], { units: 'meters' }) }
    })
    .sort((a, b) => a.metres - b.metres)
    .slice(0, SHOWN)
  if (others.length === 0) return null
  return (
    <>
      <h3>
        {t('card.nearby')} <span>{layer.name[language]}</span>
      </h3>
      <ul className="nearby">
        {others.map(({ feature, place, metres }) => {
          const status = layer.statuses.find(({ id }) => id === feature.properties.status)
          return (
            <li key={feature.id}>
              <button type="button" onClick={() => onThing(String(feature.id), place)}>
                <StateMark state={status?.state ?? 'unknown'} size={12} />
                <span className="nearby-name">{feature.properties.name}</span>
                <small>{status?.name[language]}</small>
                <em>{distance(metres)}</em>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
