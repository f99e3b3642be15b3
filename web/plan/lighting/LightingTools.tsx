import { StudyTools } from '../print/StudyTools.tsx'
import { useLightingHandout } from './use-lighting-handout.ts'

export const LightingTools = () => <StudyTools of={useLightingHandout()} />
