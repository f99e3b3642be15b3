import { useTranslation } from 'react-i18next'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { Button } from '../../ui/Button.tsx'
import { useSpotDesk } from './spot-desk.tsx'
import { WITHIN } from './spot-search.ts'
import { useGridBoxes } from './use-grid-boxes.ts'

/** Where the campaign was, and how long one looks before it and after it. Its days are those of the time bar. A place is a grid of the list, or a
 *  box of two clicks. */
export function CampaignControls() {
  const { t } = useTranslation()
  const { search, change, corner, setCorner } = useSpotDesk()
  const grids = useGridBoxes()
  const box = search.box?.join()
  const options = [
    { value: '', label: t('spots.wholeCity') },
    ...grids.map(({ name, box }) => ({ value: box, label: name })),
    ...(box && !grids.some((grid) => grid.box === box) ? [{ value: box, label: t('spots.drawnBox') }] : []),
  ]
  return (
    <div className="spot-selects">
      <NamedSelect<string>
        label={t('spots.where')}
        value={box ?? ''}
        options={options}
        onChange={(next) => change({ box: next || undefined })}
      />
      <Button small pressed={corner !== undefined} onClick={() => setCorner(corner === undefined ? null : undefined)}>
        {t(corner === undefined ? 'spots.drawBox' : corner === null ? 'spots.firstCorner' : 'spots.secondCorner')}
      </Button>
      <NamedSelect<number>
        label={t('spots.within')}
        value={search.within}
        options={WITHIN.map((n) => ({ value: n, label: t('spots.withinDays', { n }) }))}
        onChange={(n) => change({ within: n === 30 ? undefined : String(n) })}
      />
    </div>
  )
}
