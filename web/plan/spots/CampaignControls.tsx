import { useTranslation } from 'react-i18next'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { Button } from '../../ui/Button.tsx'
import { PlaceSketcher } from './PlaceSketcher.tsx'
import { useSpotDesk } from './spot-desk.tsx'
import { WITHIN } from './spot-search.ts'
import { useGridBoxes } from './use-grid-boxes.ts'

/** Where the campaign was, and how long one looks before it and after it. Its days are those of the time bar. A place is a grid of the list, a box
 *  of two clicks, or an area of as many as it has corners. */
export function CampaignControls() {
  const { t } = useTranslation()
  const { search, change, sketch, setSketch } = useSpotDesk()
  const grids = useGridBoxes()
  const place = search.box?.join() ?? search.ring?.join()
  const drawn = t(search.ring ? 'spots.drawnRing' : 'spots.drawnBox')
  const options = [
    { value: '', label: t('spots.wholeCity') },
    ...grids.map(({ name, box }) => ({ value: box, label: name })),
    ...(place && !grids.some((grid) => grid.box === place) ? [{ value: place, label: drawn }] : []),
  ]
  const isBox = sketch?.kind === 'box'
  return (
    <div className="spot-campaign">
      <NamedSelect<string>
        label={t('spots.where')}
        value={place ?? ''}
        options={options}
        onChange={(next) => change({ box: next || undefined })}
      />
      <Button small pressed={isBox} onClick={() => setSketch(isBox ? undefined : { kind: 'box', corners: [] })}>
        {t(!isBox ? 'spots.drawBox' : sketch.corners.length === 0 ? 'spots.firstCorner' : 'spots.secondCorner')}
      </Button>
      <Button
        small
        pressed={sketch?.kind === 'ring'}
        onClick={() => setSketch(sketch?.kind === 'ring' ? undefined : { kind: 'ring', corners: [] })}
      >
        {t('spots.drawRing')}
      </Button>
      {sketch?.kind === 'ring' ? <PlaceSketcher sketch={sketch} /> : null}
      <NamedSelect<number>
        label={t('spots.within')}
        value={search.within}
        options={WITHIN.map((n) => ({ value: n, label: t('spots.withinDays', { n }) }))}
        onChange={(n) => change({ within: n === 30 ? undefined : String(n) })}
      />
    </div>
  )
}
