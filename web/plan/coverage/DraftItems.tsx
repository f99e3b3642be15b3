import { useTranslation } from 'react-i18next'
import type { DraftItem } from '../../../server/contract/draft.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { METRES_PER_DEGREE } from '../../../server/contract/local-plane.ts'
import { coordinates } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { useHotKeys } from '../../ui/use-hot-keys.ts'
import { useCoverage } from './coverage-desk.tsx'

/** So far an arrow key moves something. */
const STEP_METRES = 5
const ARROWS: Record<string, readonly [east: number, north: number]> = {
  ...{ ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] },
}

const moved = ([lng, lat]: LngLat, [east, north]: readonly [number, number]): LngLat => [
  lng + (east * STEP_METRES) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
  lat + (north * STEP_METRES) / METRES_PER_DEGREE,
]

/** Everything that the draft changes, for the keyboard: arrows move it, Delete takes it out of the draft or the city. */
export function DraftItems({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { draft, set, setFocus, kerbs } = useCoverage()
  const items = draft.draft?.items.filter(({ layer }) => layer === set?.layer) ?? []
  const isMine = draft.draft?.mine ?? false
  useHotKeys({ escape: onClose }, true)
  const placeOf = (item: DraftItem): LngLat => (item.kind === 'removed' ? item.from : item.at)
  const remove = ({ id }: DraftItem): void => draft.edit([{ do: 'remove', of: id }])
  const onKey = (item: DraftItem) => (event: React.KeyboardEvent) => {
    const way = ARROWS[event.key]
    if (!isMine || item.kind === 'removed' || !(way || event.key === 'Delete')) return
    event.preventDefault()
    if (way) draft.edit([{ do: 'move', of: item.id, to: kerbs.snap(moved(item.at, way)) }])
    else remove(item)
  }
  return (
    <div className="draft-items">
      <p>
        <b>{t('coverage.draft.items', { n: items.length })}</b>
        {isMine ? <small>{t('coverage.draft.itemsHint', { n: STEP_METRES })}</small> : null}
      </p>
      <ul>
        {items.map((item, i) => (
          <li key={item.id}>
            <button type="button" onClick={() => setFocus([placeOf(item)])} onKeyDown={onKey(item)}>
              <i className={`item-${item.kind}`} aria-hidden="true" />
              <span>
                {i + 1} {t(`coverage.draft.kind.${item.kind}`)}
              </span>
              <small>{coordinates(placeOf(item))}</small>
            </button>
            {isMine && item.kind !== 'removed' ? (
              <Button
                small
                look="quiet"
                aria-label={`${t('coverage.draft.takeOut')} ${i + 1}`}
                onClick={() => remove(item)}
              >
                {t(item.kind === 'new' ? 'coverage.draft.takeOut' : 'coverage.draft.takeAway')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
