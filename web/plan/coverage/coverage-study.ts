import '../../i18n/plan-coverage-words.ts'
import './coverage.css'
import type { Study } from '../studies.ts'
import { CoveragePanel } from './CoveragePanel.tsx'
import { CoverageProvider } from './coverage-desk.tsx'
import { useCoverageDrawing } from './use-coverage-drawing.ts'

/** What is missing where, by which rule. */
export const coverageStudy: Study = {
  id: 'coverage',
  Provider: CoverageProvider,
  Panel: CoveragePanel,
  useDrawing: useCoverageDrawing,
}
