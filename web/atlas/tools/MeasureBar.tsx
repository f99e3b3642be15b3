import { useTranslation } from 'react-i18next'
import type { LngLat } from '../../../server/contract/geo.ts'
import { area, distance } from '../../format.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { measureOf } from './measure.ts'

interface MeasureBarProps {
  points: LngLat[]
  onAdd: () => void
  onUndo: () => void
  onClose: () => void
}

/** Distance and area of the points set so far. By mouse a click sets one, by keyboard Enter sets one at the middle of the map. */
export function MeasureBar({ points, onAdd, onUndo, onClose }: MeasureBarProps) {
  const { t } = useTranslation()
  const { metres, squareMetres } = measureOf(points)
  return (
    <section className="float measure" aria-label={t('measure.title')}>
      <p aria-live="polite">
        {points.length < 2 ? (
          <span>{t(points.length === 0 ? 'measure.begin' : 'measure.next')}</span>
        ) : (
          <>
            <b>{distance(metres)}</b> <small>{t('measure.length')}</small>
            {squareMetres === undefined ? null : (
              <>
                <b>{area(squareMetres)}</b> <small>{t('measure.area')}</small>
              </>
            )}
          </>
        )}
      </p>
      <Button small look="quiet" onClick={onAdd}>
        {t('measure.add')} <Kbd>Enter</Kbd>
      </Button>
      <Button small look="quiet" onClick={onUndo} disabled={points.length === 0}>
        {t('measure.undo')} <Kbd>Backspace</Kbd>
      </Button>
      <Button small look="quiet" onClick={onClose}>
        {t('measure.close')} <Kbd>Esc</Kbd>
      </Button>
    </section>
  )
}
