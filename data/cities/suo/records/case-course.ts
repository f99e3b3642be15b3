import type { MadeRecord } from '../../city.ts'
import { type Random, random } from '../../town/random.ts'
import { afterMinutes, afterWorking, dateOf, dayOfInstant, isoOf } from './clock.ts'
import type { CaseDraft, Pace } from './draft-case.ts'
import type { CaseState, CaseStatus } from './made-states.ts'

/** Minutes from one step to the next, from … to, for each pace: accept, send, and after the handling verify. */
const STEPS: Record<Pace, { accept: [number, number]; send: [number, number]; verify: [number, number] }> = {
  emergency: { accept: [1, 5], send: [1, 6], verify: [8, 40] },
  'on-the-spot': { accept: [1, 4], send: [1, 3], verify: [5, 30] },
  ordinary: { accept: [10, 150], send: [8, 90], verify: [30, 300] },
  slow: { accept: [20, 260], send: [20, 200], verify: [60, 480] },
}

/** Of ordinary cases: the share that waits for days somewhere, and the share that nobody moves for weeks. */
const WAITS = 0.045
const STUCK = 0.014
const WORKING_DAY = 480

/** The steps of a case with their instants. Emergencies and what a patrol settles on the spot run by the clock, all else
 *  in working time. */
export function courseOf(draft: CaseDraft, dice: Random): { status: CaseStatus; at: number }[] {
  const steps = STEPS[draft.pace]
  const byClock = draft.pace === 'emergency' || draft.pace === 'on-the-spot'
  const after = byClock ? afterMinutes : afterWorking
  const gaps = [dice.range(...steps.accept), dice.range(...steps.send), draft.minutes, dice.range(...steps.verify)]
  const fate = dice.next()
  if (draft.mayStall && !byClock && fate < WAITS + STUCK) {
    // What waits mostly waits for the crew; some wait to be accepted, sent or verified.
    const where = dice.pick([0, 1, 2, 2, 2, 3])
    gaps[where] = (gaps[where] ?? 0) + WORKING_DAY * (fate < STUCK ? dice.range(8, 38) : dice.range(1.5, 6))
  }
  const last: CaseStatus = draft.outcome === 'not-solved' ? 'unsolved' : 'closed'
  const statuses: CaseStatus[] = ['received', 'filed', 'dispatched', 'handled', last]
  let at = draft.at
  return statuses.map((status, i) => {
    if (i > 0) at = after(at, gaps[i - 1] ?? 0)
    return { status, at }
  })
}

/** A day's cases with their numbers in the order of receipt, and each one's whole course as records. */
export function recordsOfDay(drafts: readonly CaseDraft[], seed: number, area: string) {
  const inOrder = drafts.map((draft, i) => ({ draft, i })).sort((a, b) => a.draft.at - b.draft.at || a.i - b.i)
  return inOrder.map(({ draft }, i) => {
    const number = `${dateOf(dayOfInstant(draft.at)).replaceAll('-', '')}-${String(i + 1).padStart(4, '0')}`
    return { draft, id: `${area}-${number}`, records: recordsOf(draft, `${area}-${number}`, number, seed) }
  })
}

function recordsOf(draft: CaseDraft, id: string, number: string, seed: number): MadeRecord[] {
  const { kind, code, source, problem, address, location, unitGrid, assetId, outcome, quantity, reason } = draft
  const told = { kind, code, source, problem, address, location, unitGrid, assetId }
  const receivedAt = isoOf(draft.at)
  return courseOf(draft, random(seed, `course ${id}`)).map(({ status, at }) => {
    const ended = status === 'closed' || status === 'unsolved'
    const done = ended || status === 'handled'
    const after: CaseState = {
      id,
      number,
      ...told,
      status,
      receivedAt,
      closedAt: ended ? isoOf(at) : null,
      outcome: ended ? outcome : 'none',
      quantity: done && outcome !== 'not-solved' ? quantity : null,
    }
    const row: MadeRecord = { at: isoOf(at), kind: `case-${status}`, entity: 'case', entityId: id, after: { ...after } }
    return reason !== undefined && status === 'handled' ? { ...row, reason } : row
  })
}
