import { useTranslation } from 'react-i18next'
import { Choice } from '../../ui/Choice.tsx'
import { DimmingForm } from './DimmingForm.tsx'
import { useLighting } from './lighting-desk.tsx'
import { VIEWS } from './lighting-search.ts'
import { PatrolForm } from './PatrolForm.tsx'
import { RoadRates } from './RoadRates.tsx'
import { YearForm } from './YearForm.tsx'

const PARTS = { rate: RoadRates, year: YearForm, dimming: DimmingForm, patrol: PatrolForm }

/** Four questions of lamps: do they burn, when, for how much, and who goes to look. */
export function LightingPanel() {
  const { t } = useTranslation()
  const { search, change } = useLighting()
  const Part = PARTS[search.view]
  return (
    <div className="li-panel">
      <Choice
        label={t('lighting.views')}
        options={VIEWS.map((id) => ({ id, name: t(`lighting.view.${id}`) }))}
        value={search.view}
        onChange={(view) => change({ view: view === 'rate' ? undefined : view }, { step: true })}
      />
      <Part />
    </div>
  )
}
