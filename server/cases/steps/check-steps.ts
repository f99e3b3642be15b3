import { endAll, endStage, startPost, startStages } from '../case-clocks.ts'
import type { Changes } from './step.ts'

/** Nothing of an earlier handling. */
const UNHANDLED = {
  handledAt: null,
  verificationAskedAt: null,
  verifiedAt: null,
  outcome: 'none',
  quantity: null,
} as const

/** 核查 and 结案. */
export const CHECK_STEPS: Changes<'ask-verification' | 'pass' | 'fail' | 'close' | 'leave-unsolved' | 'reopen'> = {
  'ask-verification': (of, _, now) => ({
    verificationAskedAt: now.at,
    clocks: startPost(of.clocks, 'verify', of, now),
  }),

  pass: (of, _, now) => ({
    verifiedAt: now.at,
    clocks: startPost(endStage(of.clocks, 'verify', now.at), 'close', of, now),
  }),

  // 返工: the crew that has it gets it again, with a new time for the last stage; the ended clock stays (D13).
  fail: (of, _, { condition, ...now }) => {
    const clocks = endStage(of.clocks, 'verify', now.at)
    return {
      ...UNHANDLED,
      ...{ reworks: of.reworks + 1, dispatchedAt: now.at, takenAt: null },
      clocks: condition ? startStages(clocks, condition, condition.stages.slice(-1), now) : clocks,
    }
  },

  close: (of, _, { at }) => ({ closedAt: at, clocks: endAll(of.clocks, at) }),

  'leave-unsolved': (of, _, { at }) => ({
    closedAt: at,
    outcome: 'not-solved',
    quantity: null,
    clocks: endAll(of.clocks, at),
  }),

  // A past record may have no condition: then only the dispatcher's time runs.
  reopen: (of, _, { condition, ...now }) => {
    const first = condition?.stages.filter(({ after }) => after === undefined) ?? []
    const clocks = startPost(of.clocks, 'dispatch', of, now)
    return {
      ...{ ...UNHANDLED, closedAt: null, crewId: null, contractor: null, dispatchedAt: null, takenAt: null },
      reopenings: of.reopenings + 1,
      clocks: condition ? startStages(clocks, condition, first, now) : clocks,
    }
  },
}
