import type { LngLat } from '../../contract/geo.ts'
import type { ReplacementRow, ReplacementRules } from '../../contract/replacement.ts'
import { sortInSteps } from '../steps/sort-in-steps.ts'
import { toTheEnd } from '../steps/to-the-end.ts'

/** A thing that ages. */
export interface AgingThing {
  id: string
  layer: string
  name: string
  location: LngLat
  fields: Readonly<Record<string, unknown>>
  faults: number
}

interface Ranked {
  rows: ReplacementRow[]
  unknownAge: number
}

const YEAR_MS = 365.25 * 86_400_000
const DATE = /^\d{4}-\d{2}-\d{2}$/
/** A millisecond's worth. */
const AT_ONCE = 500

/** 更新改造清单 (P13): by faults × age × cost as the rules say; of equals the lower code, so that the same data give the same list. A thing of which
 *  nobody knows the age is in no list. @param today YYYY-MM-DD */
export const rankOld = (things: Iterable<AgingThing>, today: string, rules: ReplacementRules): Ranked =>
  toTheEnd(rankOldInSteps(things, today, rules))

/** As rankOld, some things at a time: a district has 70,000 lamps. */
export function* rankOldInSteps(
  things: Iterable<AgingThing>,
  today: string,
  rules: ReplacementRules,
): Generator<void, Ranked> {
  const rows: ReplacementRow[] = []
  let [looked, unknownAge] = [0, 0]
  const todayMs = Date.parse(today)
  for (const { fields, ...thing } of things) {
    if (++looked % AT_ONCE === 0) yield
    const rule = rules.layers.find(({ layer }) => layer === thing.layer)
    if (!rule) continue
    const installedOn = fields[rule.ageField]
    if (typeof installedOn !== 'string' || !DATE.test(installedOn)) {
      unknownAge++
      continue
    }
    const ageYears = Math.max(0, (todayMs - Date.parse(installedOn)) / YEAR_MS)
    const costYuan = rule.costBy?.yuan[String(fields[rule.costBy.field])] ?? rule.costYuan
    const { faults, age, cost } = rules.powers
    // Twelve digits: what is equal on paper is equal here, whatever the order of multiplication left over.
    const exact = (thing.faults + rules.plusFaults) ** faults * ageYears ** age * costYuan ** cost
    const score = Number(exact.toPrecision(12))
    const { lifeYears } = rule
    rows.push({
      rank: 0,
      ...thing,
      installedOn,
      ageYears,
      lifeYears,
      beyondLife: ageYears > lifeYears,
      costYuan,
      score,
    })
  }
  const ranked = yield* sortInSteps(rows, (a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  for (const [index, row] of ranked.entries()) row.rank = index + 1
  return { rows: ranked, unknownAge }
}
