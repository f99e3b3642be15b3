import '../../i18n/plan-coverage-words.ts'
import './coverage.css'
import './draft.css'
import type { Study } from '../studies.ts'
import { CoverageDetail } from './CoverageDetail.tsx'
import { CoverageFoot } from './CoverageFoot.tsx'
import { CoveragePanel } from './CoveragePanel.tsx'
import { CoverageTools } from './CoverageTools.tsx'
import { CoverageProvider } from './coverage-desk.tsx'
import { useCoverageDrawing } from './use-coverage-drawing.ts'

/** What is missing where, by which rule; and what a draft would change. */
export const coverageStudy: Study = {
  id: 'coverage',
  Provider: CoverageProvider,
  Panel: CoveragePanel,
  Detail: CoverageDetail,
  Foot: CoverageFoot,
  useDrawing: useCoverageDrawing,
  Tools: CoverageTools,
}
