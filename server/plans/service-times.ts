import type { Case } from '../contract/case.ts'
import { ruledMinutes, type ServiceRules } from '../contract/service-minutes.ts'

/** As few as these say nothing about a class. */
const LEAST_CASES = 20
// What took longer was waited for, not worked at.
const LONGEST_MINUTES = 480

type Handled = Pick<Case, 'code' | 'crewId' | 'takenAt' | 'handledAt'>

/** Minutes by class code out of the log: from when a crew had a case and nothing before it any more, to its answer; the median. The way there is in
 *  it. Classes with fewer than 20 cases are absent. */
export function mediansOf(handled: readonly Handled[]): Map<string, number> {
  const byCrew = new Map<string, Handled[]>()
  for (const one of handled)
    if (one.crewId !== null && one.takenAt !== null && one.handledAt !== null) {
      const own = byCrew.get(one.crewId)
      if (own) own.push(one)
      else byCrew.set(one.crewId, [one])
    }
  const minutes = new Map<string, number[]>()
  for (const own of byCrew.values()) {
    const inOrder = own
      .map(({ code, takenAt, handledAt }) => ({
        code,
        from: Date.parse(takenAt ?? ''),
        to: Date.parse(handledAt ?? ''),
      }))
      .sort((a, b) => a.to - b.to)
    let before = 0
    for (const { code, from, to } of inOrder) {
      const taken = (to - Math.max(from, before)) / 60_000
      before = Math.max(before, to)
      if (taken > 0 && taken <= LONGEST_MINUTES) minutes.set(code, [...(minutes.get(code) ?? []), taken])
    }
  }
  const medians = [...minutes].flatMap(([code, taken]): [string, number][] =>
    taken.length < LEAST_CASES ? [] : [[code, taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0]],
  )
  return new Map(medians)
}

/** How long handling takes, and from where that is known. */
export interface ServiceTimes {
  minutesFor(code: string): number
  isFromLog(code: string): boolean
}

export const serviceTimes = (rules: ServiceRules, medians: ReadonlyMap<string, number>): ServiceTimes => ({
  minutesFor: (code) => medians.get(code) ?? ruledMinutes(rules, code),
  isFromLog: (code) => medians.has(code),
})
