import { COMPLAINT_SOURCES } from '../../contract/case.ts'
import type { CountId } from '../../contract/evaluation.ts'
import { POST_BITS } from '../../contract/post-bits.ts'
import type { FactColumns } from './fact-columns.ts'

/** A period, [from, to), as it stands at `asOf`; Unix ms. */
export interface Span {
  from: number
  to: number
  asOf: number
}

/** CountId.options[i] is bit i of what a case counts for. Written out, and so folded into the code that asks it 500,000 times. */
export const BIT: Readonly<Record<CountId, number>> = {
  received: 1 << 0,
  accepted: 1 << 1,
  closed: 1 << 2,
  filed: 1 << 3,
  'filed-on-time': 1 << 4,
  'filed-right': 1 << 5,
  'filed-from-public': 1 << 6,
  'filed-missed': 1 << 7,
  due: 1 << 8,
  'due-closed': 1 << 9,
  'due-closed-on-time': 1 << 10,
  'due-handled': 1 << 11,
  'due-handled-on-time': 1 << 12,
  'due-not-handled': 1 << 13,
  'due-reworked': 1 << 14,
  'due-extended': 1 << 15,
  'to-dispatch': 1 << 16,
  'dispatched-on-time': 1 << 17,
  'dispatched-right': 1 << 18,
  'patrol-reported': 1 << 19,
  'patrol-accepted': 1 << 20,
  checked: 1 << 21,
  'checked-on-time': 1 << 22,
  verified: 1 << 23,
  'verified-on-time': 1 << 24,
}

/** What a case counts for: bits of BIT, by its row. The words of each are in the formula set (data/rules/formulas). */
export function counterOf(facts: FactColumns, { from, to, asOf }: Span): (row: number) => number {
  const { receivedMs, acceptedMs, filedMs, dispatchedMs, handledMs, verifiedMs, closedMs, dueMs } = facts.instants
  const { postsDone, postsLate, reworks, extensions } = facts.numbers
  const { status, source, responsibilityGrid } = facts.words
  const [isVoid, isMerged, isClosed] = ['void', 'merged', 'closed'].map((text) => facts.numberOf('status', text))
  const patrol = facts.numberOf('source', 'patrol')
  const isPublic = facts.texts.source.map((text) => (COMPLAINT_SOURCES as readonly string[]).includes(text))
  const isWithin = (ms = Number.NaN): boolean => ms >= from && ms < to
  const has = (ms = Number.NaN): boolean => ms <= asOf
  return (row) => {
    // Nothing is earlier than the report.
    if (!((receivedMs[row] ?? to) < to)) return 0
    const done = postsDone[row] ?? 0
    const late = postsLate[row] ?? 0
    const inTime = (bit: number): boolean => (done & bit) !== 0 && (late & bit) === 0
    const stays = status[row] !== isVoid && status[row] !== isMerged
    let bits = 0
    if (isWithin(receivedMs[row])) {
      const accepted = has(acceptedMs[row])
      bits |= BIT.received | (accepted ? BIT.accepted : 0)
      if (source[row] === patrol) bits |= BIT['patrol-reported'] | (accepted ? BIT['patrol-accepted'] : 0)
      if (done & POST_BITS.check) bits |= BIT.checked | (inTime(POST_BITS.check) ? BIT['checked-on-time'] : 0)
    }
    if (isWithin(closedMs[row]) && status[row] === isClosed) bits |= BIT.closed
    if (isWithin(verifiedMs[row])) {
      bits |= BIT.verified | (late & POST_BITS.verify ? 0 : BIT['verified-on-time'])
    }
    if (isWithin(filedMs[row])) {
      bits |= BIT.filed
      if (inTime(POST_BITS.file)) bits |= BIT['filed-on-time']
      if (status[row] !== isVoid) bits |= BIT['filed-right']
      if (isPublic[source[row] ?? 0]) {
        bits |= BIT['filed-from-public'] | (responsibilityGrid[row] ? BIT['filed-missed'] : 0)
      }
      if (stays) {
        bits |= BIT['to-dispatch']
        if (has(dispatchedMs[row])) {
          if (inTime(POST_BITS.dispatch)) bits |= BIT['dispatched-on-time']
          if (!reworks[row]) bits |= BIT['dispatched-right']
        }
      }
    }
    if (stays && has(filedMs[row]) && isWithin(dueMs[row])) {
      const handled = has(handledMs[row])
      const onTime = handled && inTime(POST_BITS.handle)
      const closed = status[row] === isClosed && has(closedMs[row])
      bits |= BIT.due
      if (closed) bits |= BIT['due-closed'] | (onTime ? BIT['due-closed-on-time'] : 0)
      if (handled) bits |= BIT['due-handled'] | (onTime ? BIT['due-handled-on-time'] : 0)
      else if ((dueMs[row] ?? Number.POSITIVE_INFINITY) < asOf) bits |= BIT['due-not-handled']
      if (reworks[row]) bits |= BIT['due-reworked']
      if (extensions[row]) bits |= BIT['due-extended']
    }
    return bits
  }
}
