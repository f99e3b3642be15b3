import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Check } from '../../ui/Check.tsx'
import { useHotKeys } from '../../ui/use-hot-keys.ts'
import { useAway } from '../use-away.ts'
import { useSpotDesk } from './spot-desk.tsx'
import { useLayerNames } from './use-layer-names.ts'

/** Which things are on the map: as they stood when the days end. */
export function SpotThings() {
  const { t } = useTranslation()
  const { search, change } = useSpotDesk()
  const layers = useLayerNames()
  const { things } = search
  const box = useRef<HTMLDetailsElement>(null)
  const [isOpen, setOpen] = useState(false)
  useAway(box, isOpen, () => setOpen(false))
  useHotKeys({ escape: () => setOpen(false) }, isOpen)
  const flip = (id: string): void => {
    const next = things.includes(id) ? things.filter((one) => one !== id) : [...things, id]
    change({ things: next.join() || undefined })
  }
  return (
    <details
      ref={box}
      className="spot-things"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        {t('spots.thingsOnMap')}
        <span>{things.length > 0 ? things.length : ''}</span>
      </summary>
      <ul>
        {layers.map(({ id, name }) => (
          <li key={id}>
            <Check checked={things.includes(id)} onChange={() => flip(id)}>
              {name}
            </Check>
          </li>
        ))}
      </ul>
    </details>
  )
}
