import './overview.css'
import { LandfillCard } from './LandfillCard.tsx'
import { LightingCard } from './LightingCard.tsx'
import { PeriodsCard } from './PeriodsCard.tsx'

/** How the rest of the town stands, beside the study: each card leads to its own. */
export function Overview() {
  return (
    <div className="overview">
      <LandfillCard />
      <LightingCard />
      <PeriodsCard />
    </div>
  )
}
