import type { Case, CaseRequest } from '../../contract/case.ts'
import type { Clock } from '../../contract/clock.ts'
import { countsAlike, extendClock } from '../../contract/run-clock.ts'
import { endAll, isRunning, isStageClock, pauseAll, resumeAll } from '../case-clocks.ts'
import { CaseRefused, unfit } from '../case-refused.ts'
import type { Change, Changes, StepContext } from './step.ts'

const asked = (
  of: { kind: CaseRequest['kind']; reason: string; longer?: CaseRequest['longer']; clockId?: string },
  { actor, at }: StepContext,
): Partial<Case> => ({
  request: {
    ...{ kind: of.kind, by: actor.id, byName: actor.name, at, reason: of.reason },
    ...{ longer: of.longer ?? null, clockId: of.clockId ?? null },
  },
})

/** 延期, 挂账, 作废: asked for by one and decided by another; until then no clock is touched (D14). */
export const REQUEST_STEPS: Changes<
  'request-extension' | 'request-suspension' | 'request-void' | 'approve' | 'decline' | 'resume'
> = {
  'request-extension': (of, { longer, clockId, reason }, context) => {
    const clock = clockMeant(of, clockId)
    if (!countsAlike(clock.limit.unit, longer.unit))
      throw unfit(
        'longer',
        'other-unit',
        `the clock counts in ${clock.limit.unit}; that is not extended in ${longer.unit}`,
      )
    return asked({ kind: 'extension', reason, longer, clockId: clock.id }, context)
  },
  'request-suspension': (_of, { reason }, context) => asked({ kind: 'suspension', reason }, context),
  'request-void': (_of, { reason }, context) => asked({ kind: 'void', reason }, context),

  approve: (of, input, context) => ({
    request: null,
    ...(of.request ? GRANTED[of.request.kind](of, input, context) : {}),
  }),
  decline: () => ({ request: null }),

  resume: (of, _, now) => ({ before: null, clocks: resumeAll(of.clocks, now) }),
}

/** What a request brings once it is approved. */
const GRANTED: Record<CaseRequest['kind'], Change<'approve'>> = {
  extension: (of, _, { rules }) => {
    const { longer, clockId } = of.request ?? {}
    const clock = of.clocks.find(({ id }) => id === clockId)
    if (!longer || !clock || !isRunning(clock))
      throw new CaseRefused(409, 'clock-ended', 'The clock that was to run longer has ended; decline the request.')
    const extended = extendClock(clock, longer, rules.calendar)
    return { extensions: of.extensions + 1, clocks: of.clocks.map((one) => (one === clock ? extended : one)) }
  },
  suspension: (of, _, now) => ({
    before: of.status,
    suspensions: of.suspensions + 1,
    clocks: pauseAll(of.clocks, now),
  }),
  void: (of, _, { at }) => ({ clocks: endAll(of.clocks, at) }),
}

/** The stage's clock that a crew asks longer time for; it must say which when several run. */
function clockMeant({ clocks }: Case, clockId: string | undefined): Clock {
  const running = clocks.filter((clock) => isStageClock(clock) && isRunning(clock))
  const meant = clockId === undefined ? running : running.filter(({ id }) => id === clockId)
  const [clock] = meant
  if (clock && meant.length === 1) return clock
  const names = running.map(({ id }) => id).join(', ')
  throw unfit('clockId', 'which-clock', running.length ? `give one of ${names}` : 'no clock of the handling runs')
}
