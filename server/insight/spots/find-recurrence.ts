import type { RecurrenceFigures } from '../../contract/spot-recurrence.ts'
import type { SpotRules } from '../../contract/spot-rules.ts'
import { type Counted, rateRatio, ratioOfRatios } from './compare-rates.ts'

/** A case that came: one that the campaign was about, or one that it is measured against. */
export interface CameCase {
  id: string
  ms: number
  cell: number
  of: 'campaign' | 'control'
}

export interface Place {
  cell: number
  before: number
  during: number
  after: number
  daysToFirst: number | null
  cameBack: boolean
  /** That came after it, the first first. */
  cases: string[]
}

const DAY_MS = 86_400_000

/** Where the same came back within `windowDays` after a campaign, and whether less came than in as many days before it. */
export function findRecurrence(
  came: readonly CameCase[],
  campaign: { fromMs: number; toMs: number; windowDays: number; nowMs: number },
  rule: SpotRules['recurrence'],
): { places: Place[]; figures: Omit<RecurrenceFigures, 'controlIs'> } {
  const { fromMs, toMs, windowDays, nowMs } = campaign
  const endMs = Math.min(nowMs, toMs + windowDays * DAY_MS)
  const partOf = (ms: number): 'before' | 'during' | 'after' | undefined => {
    if (ms < fromMs - windowDays * DAY_MS || ms >= endMs) return undefined
    return ms < fromMs ? 'before' : ms < toMs ? 'during' : 'after'
  }
  const days = { beforeDays: windowDays, afterDays: Math.max(0, (endMs - toMs) / DAY_MS) }
  const sums = { campaign: { before: 0, after: 0, ...days }, control: { before: 0, after: 0, ...days } }
  const places = new Map<number, Place>()
  for (const { id, ms, cell, of } of [...came].sort((a, b) => a.ms - b.ms)) {
    const part = partOf(ms)
    if (!part) continue
    if (part !== 'during') sums[of][part] += 1
    if (of === 'control') continue
    const place = places.get(cell)
    if (part === 'after') {
      if (place) comeBack(place, id, (ms - toMs) / DAY_MS)
    } else if (place) place[part] += 1
    else places.set(cell, { ...NEW, cell, cases: [], [part]: 1 })
  }
  const found = [...places.values()].sort((a, b) => b.after - a.after || a.cell - b.cell)
  return { places: found, figures: figuresOf(found, sums, { least: rule.leastCases, complete: endMs < nowMs }) }
}

const NEW = { before: 0, during: 0, after: 0, daysToFirst: null, cameBack: false }

function comeBack(place: Place, id: string, days: number): void {
  place.after += 1
  place.cameBack = true
  place.daysToFirst ??= days
  place.cases.push(id)
}

function figuresOf(
  places: readonly Place[],
  sums: Record<'campaign' | 'control', Counted>,
  { least, complete }: { least: number; complete: boolean },
): Omit<RecurrenceFigures, 'controlIs'> {
  const cameBack = places.filter((place) => place.cameBack).length
  const [campaign, control] = [rateRatio(sums.campaign, least), rateRatio(sums.control, least)]
  const counts = { places: places.length, cameBack, cameBackShare: places.length ? cameBack / places.length : null }
  return { ...counts, campaign, control, ratioOfRatios: ratioOfRatios(campaign, control), complete }
}
