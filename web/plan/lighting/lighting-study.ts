import type { Study } from '../studies.ts'
import { LightingDetail } from './LightingDetail.tsx'
import { LightingPanel } from './LightingPanel.tsx'
import { LightingTools } from './LightingTools.tsx'
import { LightingProvider } from './lighting-desk.tsx'
import { useLightingDrawing } from './use-lighting-drawing.ts'
import { YearFoot } from './YearFoot.tsx'

/** Lamps: whether they burn, when, for how much, and who goes to look. */
export const lightingStudy: Study = {
  id: 'lighting',
  Provider: LightingProvider,
  Panel: LightingPanel,
  Detail: LightingDetail,
  Foot: YearFoot,
  Tools: LightingTools,
  useDrawing: useLightingDrawing,
}
