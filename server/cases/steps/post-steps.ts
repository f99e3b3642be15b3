import { endAll, endStage, startPost, startStages } from '../case-clocks.ts'
import { unfit } from '../case-refused.ts'
import type { Changes } from './step.ts'

/** 受理员 and 值班长, up to the filing: the clock of one post ends and that of the next begins. */
export const POST_STEPS: Changes<'accept' | 'refuse' | 'ask-check' | 'answer-check' | 'file' | 'return'> = {
  accept: (of, { kind, code }, { placed, ...now }) => ({
    ...(kind && code ? { kind, code } : {}),
    ...placed,
    acceptedAt: now.at,
    clocks: startPost(endStage(of.clocks, 'accept', now.at), 'file', of, now),
  }),

  refuse: (of, _, { at }) => ({ clocks: endAll(of.clocks, at) }),

  // Sending somebody to look is the acceptor's work done; a new time for it begins with the answer.
  'ask-check': (of, _, now) => ({
    ...{ checkAskedAt: now.at, checkedAt: null, checkFound: null },
    clocks: startPost(endStage(of.clocks, 'accept', now.at), 'check', of, now),
  }),

  'answer-check': (of, { found }, now) => ({
    ...{ checkedAt: now.at, checkFound: found },
    clocks: startPost(endStage(of.clocks, 'check', now.at), 'accept', of, now),
  }),

  file: (of, { method }, { condition, ...now }) => {
    if (!condition) throw unfit('conditionId', 'unknown-condition', 'there is no such filing condition')
    const fitting = now.rules.conditionsFor(of.kind, of.code)
    if (!fitting.some(({ id }) => id === condition.id))
      throw unfit('conditionId', 'wrong-condition', `give one of ${fitting.map(({ id }) => id).join(', ')}`)
    const urgency = condition.emergency ? 'emergency' : of.urgency
    const first = condition.stages.filter(({ after }) => after === undefined)
    const clocks = startPost(endStage(of.clocks, 'file', now.at), 'dispatch', { urgency }, now)
    return {
      ...{ filedAt: now.at, urgency, method: method ?? condition.method, photoAfter: condition.photoAfter },
      ...{ conditionId: condition.id, conditionVersion: condition.version },
      clocks: startStages(clocks, condition, first, now),
    }
  },

  return: (of, _, now) => ({
    acceptedAt: null,
    clocks: startPost(endStage(of.clocks, 'file', now.at), 'accept', of, now),
  }),
}
