import { useTranslation } from 'react-i18next'
import { PerWhat, SpotSubject } from '../../../server/contract/spots.ts'
import { ClassSelect } from '../../case/ClassSelect.tsx'
import { NamedSelect } from '../../console/NamedSelect.tsx'
import { number } from '../../format.ts'
import { Choice } from '../../ui/Choice.tsx'
import { CampaignControls } from './CampaignControls.tsx'
import { CompareControls } from './CompareControls.tsx'
import { useSpotDesk } from './spot-desk.tsx'
import { CELL_CHOICES, type Lens } from './spot-search.ts'
import { useLayerNames } from './use-layer-names.ts'

const WITH_SUBJECT: readonly Lens[] = ['heat', 'hot']
const WITH_CLASS: readonly Lens[] = ['heat', 'minus', 'blind', 'hot', 'again']

/** What narrows the question. What is of no use to it is not there. */
export function SpotControls() {
  const { t } = useTranslation()
  const { search, change } = useSpotDesk()
  const { lens, subject, per, layer, cell, of } = search
  const layers = useLayerNames({ pointsOnly: true })
  const chooses = (lenses: readonly Lens[]): boolean => lenses.includes(lens)
  return (
    <div className="spot-controls">
      {chooses(WITH_SUBJECT) ? (
        <Choice
          label={t('spots.whatCounts')}
          value={subject}
          options={SpotSubject.options.map((id) => ({ id, name: t(`spotSubject.${id}`) }))}
          onChange={(id) => change({ subject: id === 'complaints' ? undefined : id })}
        />
      ) : null}
      {lens === 'heat' ? (
        <Choice
          label={t('spots.perWhat')}
          value={per}
          options={PerWhat.options.map((id) => ({ id, name: t(`spotPer.${id}`) }))}
          onChange={(id) => change({ per: id === 'km2' ? undefined : id })}
        />
      ) : null}
      {lens === 'compare' ? <CompareControls /> : null}
      {lens === 'again' ? <CampaignControls /> : null}
      <div className="spot-selects">
        {lens === 'heat' && per === 'asset' ? (
          <NamedSelect<string>
            label={t('spots.perLayer')}
            value={layer ?? ''}
            options={[
              { value: '', label: t('spots.allPoints') },
              ...layers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id) => change({ layer: id || undefined })}
          />
        ) : null}
        {chooses(WITH_CLASS) && subject !== 'inspections' ? (
          <ClassSelect value={of} onChange={(next) => change({ of: next })} />
        ) : null}
        <NamedSelect<number>
          label={t('spots.cellSize')}
          value={cell}
          options={[...new Set([...CELL_CHOICES, cell])].map((metres) => ({
            ...{ value: metres, label: t('spots.cellOf', { n: number(metres) }) },
          }))}
          onChange={(metres) => change({ cell: metres === 250 ? undefined : String(metres), spot: undefined })}
        />
      </div>
    </div>
  )
}
