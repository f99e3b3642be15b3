import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { identification } from '../../format.ts'

/** Its code, and the way to its card on the city's map. */
export function ThingLink({ id, layer, location }: { id: string; layer: string; location: LngLat }) {
  const { t } = useTranslation()
  const v = `${location[0].toFixed(5)},${location[1].toFixed(5)},17.5`
  return (
    <p className="ranked-thing">
      <code>{identification(id)}</code>{' '}
      <Link to="/" search={{ layers: layer, thing: id, v }}>
        {t('ranked.card')}
      </Link>
    </p>
  )
}
