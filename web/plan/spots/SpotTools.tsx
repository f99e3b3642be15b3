import { StudyTools } from '../print/StudyTools.tsx'
import { useSpotHandout } from './use-spot-handout.ts'

export const SpotTools = () => <StudyTools of={useSpotHandout()} />
