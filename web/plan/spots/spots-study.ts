import '../../i18n/plan-spots-words.ts'
import './spots.css'
import type { Study } from '../studies.ts'
import { SpotDetail } from './SpotDetail.tsx'
import { SpotPanel } from './SpotPanel.tsx'
import { SpotTime } from './SpotTime.tsx'
import { SpotTools } from './SpotTools.tsx'
import { SpotProvider } from './spot-desk.tsx'
import { useSpotDrawing } from './use-spot-drawing.ts'

/** Where it is much, where nobody looks, where nobody complains, and what changed. */
export const spotsStudy: Study = {
  ...{ id: 'spots', Provider: SpotProvider, Panel: SpotPanel, Detail: SpotDetail, Foot: SpotTime, Tools: SpotTools },
  useDrawing: useSpotDrawing,
}
