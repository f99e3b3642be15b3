import '../../i18n/plan-drains-words.ts'
import '../../i18n/plan-ranked-words.ts'
import '../ranked/ranked.css'
import { FocusProvider } from '../ranked/focus.tsx'
import type { Study } from '../studies.ts'
import { DrainsDetail } from './DrainsDetail.tsx'
import { DrainsPanel } from './DrainsPanel.tsx'
import { DrainsTools } from './DrainsTools.tsx'
import { useDrainsDrawing } from './use-drains-drawing.ts'

/** What to clean before the rain, and what is overdue. */
export const drainsStudy: Study = {
  id: 'drains',
  Provider: FocusProvider,
  Panel: DrainsPanel,
  Detail: DrainsDetail,
  Tools: DrainsTools,
  useDrawing: useDrainsDrawing,
}
