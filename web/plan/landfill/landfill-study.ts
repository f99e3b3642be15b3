import type { Study } from '../studies.ts'
import { LandfillDetail } from './LandfillDetail.tsx'
import { LandfillPanel } from './LandfillPanel.tsx'
import { LandfillTools } from './LandfillTools.tsx'
import { LandfillProvider } from './landfill-desk.tsx'
import { useLandfillDrawing } from './use-landfill-drawing.ts'

/** When the landfill is full, and what would change that. */
export const landfillStudy: Study = {
  id: 'landfill',
  Provider: LandfillProvider,
  Panel: LandfillPanel,
  Detail: LandfillDetail,
  Tools: LandfillTools,
  useDrawing: useLandfillDrawing,
}
