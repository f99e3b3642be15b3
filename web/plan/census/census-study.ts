import '../../i18n/plan-census-words.ts'
import '../../i18n/plan-ranked-words.ts'
import '../ranked/ranked.css'
import './census.css'
import { FocusProvider } from '../ranked/focus.tsx'
import type { Study } from '../studies.ts'
import { CensusLensDetail, CensusLensPanel, CensusLensTools } from './CensusLenses.tsx'
import { useCensusDrawing } from './use-census-drawing.ts'

/** What is wrong with the data themselves, and how far they can be relied on. */
export const censusStudy: Study = {
  id: 'census',
  Provider: FocusProvider,
  Panel: CensusLensPanel,
  Detail: CensusLensDetail,
  Tools: CensusLensTools,
  useDrawing: useCensusDrawing,
}
