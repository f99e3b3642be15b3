import { useTranslation } from 'react-i18next'
import { MOST_DRAWN_CORNERS } from '../../../server/contract/campaign-area.ts'
import { Button } from '../../ui/Button.tsx'
import { useHotKeys } from '../../ui/use-hot-keys.ts'
import { closed, faultOfCorners, type PlaceSketch } from './campaign-place.ts'
import { useSpotDesk } from './spot-desk.tsx'

/** How far an area is drawn: what to click next, and to close it, to take a corner back, to leave it. Enter, Backspace and Esc do the same. */
export function PlaceSketcher({ sketch }: { sketch: PlaceSketch }) {
  const { t } = useTranslation()
  const { change, setSketch } = useSpotDesk()
  const { kind, corners } = sketch
  const fault = faultOfCorners(corners)
  const close = (): void => {
    const { place, sketch: next } = closed(sketch)
    setSketch(next)
    if (place) change({ box: place })
  }
  const undo = (): void => setSketch({ kind, corners: corners.slice(0, -1) })
  const leave = (): void => setSketch(undefined)
  useHotKeys({ enter: close, backspace: undo, escape: leave }, true)
  return (
    <div className="spot-sketch">
      <p role="status" className={fault === 'crosses' ? 'is-late' : undefined}>
        {fault === 'crosses'
          ? t('spots.ringCrosses')
          : corners.length === 0
            ? t('spots.ringFirst')
            : corners.length >= MOST_DRAWN_CORNERS
              ? t('spots.ringFull', { n: MOST_DRAWN_CORNERS })
              : t('spots.ringCorners', { n: corners.length })}
      </p>
      <Button small disabled={fault !== undefined} onClick={close}>
        {t('spots.ringClose')}
      </Button>
      <Button small look="quiet" disabled={corners.length === 0} onClick={undo}>
        {t('spots.ringUndo')}
      </Button>
      <Button small look="quiet" onClick={leave}>
        {t('spots.ringCancel')}
      </Button>
    </div>
  )
}
