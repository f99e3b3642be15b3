import '../../i18n/plan-ranked-words.ts'
import '../../i18n/plan-replacement-words.ts'
import '../ranked/ranked.css'
import { FocusProvider } from '../ranked/focus.tsx'
import type { Study } from '../studies.ts'
import { ReplacementDetail } from './ReplacementDetail.tsx'
import { ReplacementPanel } from './ReplacementPanel.tsx'
import { ReplacementTools } from './ReplacementTools.tsx'
import { useReplacementDrawing } from './use-replacement-drawing.ts'

/** What is worth replacing first. */
export const replacementStudy: Study = {
  id: 'replacement',
  Provider: FocusProvider,
  Panel: ReplacementPanel,
  Detail: ReplacementDetail,
  Tools: ReplacementTools,
  useDrawing: useReplacementDrawing,
}
