import { useTranslation } from 'react-i18next'
import { Hairlines } from '../../ui/Hairlines.tsx'
import { FlareTimes } from './FlareTimes.tsx'
import { useLandfillDesk } from './landfill-desk.tsx'
import { Measured } from './Measured.tsx'
import { Outlook } from './Outlook.tsx'
import { RoomChart } from './RoomChart.tsx'
import { TrialSliders } from './TrialSliders.tsx'
import { TrustNote } from './TrustNote.tsx'
import { VolumeForm } from './VolumeForm.tsx'
import { WellLevels } from './WellLevels.tsx'

/** When it is full, how far that can be believed, and what would change it. */
export function LandfillDetail() {
  const { t } = useTranslation()
  const { landfills, fault, chosen, answer, focus } = useLandfillDesk()
  if (!chosen) return landfills || fault ? null : <Hairlines rows={6} label={t('page.loading')} />
  const well = chosen.wells.find(({ id }) => id === focus)
  const flare = chosen.flares.find(({ id }) => id === focus)
  return (
    <div className="lf-detail">
      <h2>{t('landfill.whenFull')}</h2>
      <Outlook outlook={chosen} />
      {chosen.surveys.length > 1 ? <RoomChart outlook={chosen} answer={answer} /> : null}
      {chosen.foresight ? <TrialSliders outlook={chosen} /> : null}
      {well ? <WellLevels well={well} /> : null}
      {flare ? <FlareTimes flare={flare} /> : null}
      <TrustNote outlook={chosen} />
      <Measured outlook={chosen} />
      <VolumeForm />
    </div>
  )
}
