import './panels.css'
import type { ComponentType } from 'react'
import type { PanelId, WallFigures } from '../../../server/contract/wall.ts'
import { AreasPanel } from './AreasPanel.tsx'
import { ClassesPanel } from './ClassesPanel.tsx'
import { CrewsPanel } from './CrewsPanel.tsx'
import { EvaluationPanel } from './EvaluationPanel.tsx'
import { IntakePanel } from './IntakePanel.tsx'
import { LandfillPanel } from './LandfillPanel.tsx'
import { LightsPanel } from './LightsPanel.tsx'
import { LotsPanel } from './LotsPanel.tsx'
import { MinusPanel } from './MinusPanel.tsx'
import { MixPanel } from './MixPanel.tsx'
import { RainPanel } from './RainPanel.tsx'
import { RepeatsPanel } from './RepeatsPanel.tsx'

/** `now`: Unix ms, as the wall's clock shows it. */
export interface PanelProps {
  figures: WallFigures
  now: number
}

/** Whose silence makes all of a panel old. Lots and crews tell of each one, the landfill of its survey. */
export const SOURCES: Partial<Record<PanelId, string>> = {
  ...{ intake: 'cases', mix721: 'cases', areas: 'cases', repeats: 'cases', classes: 'cases' },
  ...{ minus: 'cases', evaluation: 'cases', lights: 'streetlights' },
}

/** Every panel that a scene may name. */
export const PANELS: Record<PanelId, ComponentType<PanelProps>> = {
  intake: IntakePanel,
  mix721: MixPanel,
  areas: AreasPanel,
  landfill: LandfillPanel,
  lots: LotsPanel,
  repeats: RepeatsPanel,
  classes: ClassesPanel,
  lights: LightsPanel,
  crews: CrewsPanel,
  minus: MinusPanel,
  evaluation: EvaluationPanel,
  rain: RainPanel,
}
