import '../../i18n/plan-census-words.ts'
import '../../i18n/plan-ranked-words.ts'
import '../ranked/ranked.css'
import './census.css'
import { FocusProvider } from '../ranked/focus.tsx'
import type { Study } from '../studies.ts'
import { CensusDetail } from './CensusDetail.tsx'
import { CensusPanel } from './CensusPanel.tsx'
import { CensusTools } from './CensusTools.tsx'
import { useCensusDrawing } from './use-census-drawing.ts'

/** What is wrong with the data themselves. */
export const censusStudy: Study = {
  id: 'census',
  Provider: FocusProvider,
  Panel: CensusPanel,
  Detail: CensusDetail,
  Tools: CensusTools,
  useDrawing: useCensusDrawing,
}
