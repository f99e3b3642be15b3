import { type Case, UNCLASSIFIED } from '../contract/case.ts'
import type { NewReport } from '../contract/case-input.ts'
import { wholeCase } from '../contract/compact-case.ts'
import { type Moment, startPost } from './case-clocks.ts'
import type { Placed } from './case-needs.ts'

/** What a report makes a case of, as far as it says where the case belongs. */
export const reported = ({ kind, code, location, assetId }: NewReport, receivedAt: string) => ({
  ...(kind && code ? { kind, code } : UNCLASSIFIED),
  ...{ location, assetId: assetId ?? null, receivedAt },
})

/** A new case out of a report: received, with the acceptor's clock. `id` bears the number, which is of the day of receipt. */
export function openCase(
  report: NewReport,
  { area, number, placed, ...now }: Moment & { area: string; number: string; placed: Placed },
): Case {
  const { source, problem, address, urgency } = report
  const id = `${area}-${number}`
  return wholeCase({
    ...{ id, number, source, problem, address, urgency, status: 'received' },
    ...reported(report, now.at),
    ...placed,
    ...{ closedAt: null, outcome: 'none', quantity: null },
    reports: [{ id: reportId(id, 1), source, at: now.at }],
    clocks: startPost([], 'accept', { urgency }, now),
  } satisfies Partial<Case>)
}

/** The case with one report more. */
export function joinReport(of: Case, { source, urgency }: NewReport, at: string): Case {
  // Those that came with a merged case have its id in front; only its own are counted.
  const own = of.reports.filter(({ id }) => id.startsWith(`${of.id}-r`)).length
  return {
    ...of,
    reports: [...of.reports, { id: reportId(of.id, own + 1), source, at }],
    urgency: urgency === 'emergency' ? urgency : of.urgency,
  }
}

const reportId = (caseId: string, count: number): string => `${caseId}-r${count}`
