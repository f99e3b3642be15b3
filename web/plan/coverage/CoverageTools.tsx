import { StudyTools } from '../print/StudyTools.tsx'
import { useCoverageHandout } from './use-coverage-handout.ts'

export function CoverageTools() {
  return <StudyTools of={useCoverageHandout()} />
}
