import '../../i18n/plan-ranked-words.ts'
import '../../i18n/plan-waste-words.ts'
import '../ranked/ranked.css'
import './waste.css'
import { FocusProvider } from '../ranked/focus.tsx'
import type { Study } from '../studies.ts'
import { useWasteDrawing } from './use-waste-drawing.ts'
import { WasteDetail } from './WasteDetail.tsx'
import { WastePanel } from './WastePanel.tsx'
import { WasteTools } from './WasteTools.tsx'

/** Construction waste that left a site, and that arrived. */
export const wasteStudy: Study = {
  id: 'waste-balance',
  Provider: FocusProvider,
  Panel: WastePanel,
  Detail: WasteDetail,
  Tools: WasteTools,
  useDrawing: useWasteDrawing,
}
