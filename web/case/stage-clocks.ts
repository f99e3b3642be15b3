import type { Case } from '../../server/contract/case.ts'
import type { Clock } from '../../server/contract/clock.ts'
import { Post } from '../../server/contract/condition.ts'

/** The clocks of the handling that run, without those of the posts. */
export const stageClocks = ({ clocks }: Pick<Case, 'clocks'>): Clock[] =>
  clocks.filter(({ stage, endedAt }) => endedAt === null && !Post.options.some((post) => post === stage))
