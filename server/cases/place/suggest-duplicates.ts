import type { Case } from '../../contract/case.ts'
import { ENDED } from '../../contract/case.ts'
import type { DuplicateReason, DuplicateSuggestion, SameProblem } from '../../contract/placement.ts'
import { toCentimetres } from './locate-case.ts'
import { metresIfSame, type Spot } from './spot-of.ts'

export interface NewReport extends Spot {
  code: string
  /** Unix milliseconds. */
  receivedMs: number
}

/** An earlier case and the spot it is about. */
export interface EarlierCase {
  of: Case
  spot: Spot
}

const HOUR_MS = 3_600_000
/** More than this nobody reads through. */
const MOST = 20
/** A place says more than a time: at the edge of both, half is lost for the distance and a quarter for the age. */
const LOST_BY_METRES = 0.5
const LOST_BY_AGE = 0.25
/** Who reports what ended may as well report that it came again. */
const LOST_BY_END = 0.2

/** Cases that a report may be about too (D10), the likeliest first. Component and matter of the same digits are one class: each matter below
 *  06 is a component's 异常. */
export function suggestDuplicates(
  report: NewReport,
  earlier: readonly EarlierCase[],
  rule: SameProblem,
): DuplicateSuggestion[] {
  return earlier
    .flatMap((one) => suggestionOf(report, one, rule) ?? [])
    .sort((a, b) => b.score - a.score || Date.parse(b.receivedAt) - Date.parse(a.receivedAt))
    .slice(0, MOST)
}

function suggestionOf(
  report: NewReport,
  { of, spot }: EarlierCase,
  { metres: within, openHours, endedHours }: SameProblem,
): DuplicateSuggestion | undefined {
  const metres = metresIfSame(report, spot, within)
  if (of.code !== report.code || metres === undefined) return undefined
  const ended = ENDED.includes(of.status)
  const age = hoursBetween(of.receivedAt, report.receivedMs)
  const since = ended ? hoursBetween(endOf(of), report.receivedMs) : 0
  if (age > openHours || (ended && !(since <= endedHours))) return undefined
  const same = report.thing !== null && report.thing === spot.thing
  const place: DuplicateReason = same
    ? { because: 'same-thing', thing: report.thing ?? '' }
    : { because: 'near', metres: toCentimetres(metres) }
  const time: DuplicateReason = ended
    ? { because: 'ended', hours: toTenths(since) }
    : { because: 'open', hours: toTenths(age) }
  const score =
    (1 - (LOST_BY_METRES * metres) / within) * (1 - (LOST_BY_AGE * age) / openHours) * (ended ? 1 - LOST_BY_END : 1)
  return {
    ...{ id: of.id, number: of.number, problem: of.problem, address: of.address, location: of.location },
    ...{ assetId: of.assetId, status: of.status, receivedAt: of.receivedAt, source: of.source },
    metres: toCentimetres(metres),
    score: Math.round(score * 1000) / 1000,
    reasons: [place, time],
  }
}

/** A case that was refused, voided or merged did not end: there was none, or it goes on elsewhere. */
const endOf = ({ status, closedAt }: Case): string | null =>
  status === 'closed' || status === 'unsolved' ? closedAt : null

/** Never negative: of two reports at the same moment either may be entered first. */
const hoursBetween = (from: string | null, to: number): number =>
  from === null ? Number.POSITIVE_INFINITY : Math.max(0, to - Date.parse(from)) / HOUR_MS

const toTenths = (hours: number): number => Math.round(hours * 10) / 10
