import type { Case } from '../../contract/case.ts'
import { endStage, endStages, isRunning, startPost, startStages } from '../case-clocks.ts'
import { CaseRefused, unfit } from '../case-refused.ts'
import type { Changes, StepContext } from './step.ts'

const given = ({ crew, at }: StepContext): Partial<Case> => {
  if (!crew) throw unfit('crewId', 'unknown-crew', 'there is no such crew')
  return { crewId: crew.id, contractor: crew.contractor, dispatchedAt: at, takenAt: null }
}

/** 派遣员 and the crews. The deadline of the filing condition runs through all of it, whoever has the case. */
export const CREW_STEPS: Changes<'dispatch' | 'reassign' | 'take' | 'send-back' | 'finish-stage' | 'feed-back'> = {
  dispatch: (of, _, context) => ({ ...given(context), clocks: endStage(of.clocks, 'dispatch', context.at) }),

  reassign: (of, { crewId }, context) => {
    if (of.crewId === crewId) throw unfit('crewId', 'same-crew', 'it is that crew that has the case')
    return given(context)
  },

  take: (_of, _, { at }) => ({ takenAt: at }),

  'send-back': (of, _, now) => ({
    ...{ crewId: null, contractor: null, dispatchedAt: null, takenAt: null, sendBacks: of.sendBacks + 1 },
    clocks: startPost(of.clocks, 'dispatch', of, now),
  }),

  'finish-stage': (of, { stage }, { condition, ...now }) => {
    const running = of.clocks.find((clock) => clock.stage === stage && isRunning(clock))
    const isOfCondition = condition?.stages.some(({ id }) => id === stage)
    if (!condition || !running || !isOfCondition)
      throw unfit('stage', 'no-such-stage', `no stage "${stage.slice(0, 40)}" of the case is running`)
    const next = condition.stages.filter(({ after }) => after === stage)
    return { clocks: startStages(endStage(of.clocks, stage, now.at), condition, next, now) }
  },

  'feed-back': (of, { outcome, quantity }, { condition, at }) => {
    const waiting = condition?.stages.find(
      ({ id, after }) => after !== undefined && !of.clocks.some(({ stage }) => stage === id),
    )
    if (waiting)
      throw new CaseRefused(
        409,
        'stages-left',
        `"${waiting.id}" has not begun; finish the stage "${waiting.after}" first.`,
      )
    return { handledAt: at, outcome, quantity: quantity ?? null, clocks: endStages(of.clocks, at) }
  },
}
