import type { LngLat } from '../../contract/geo.ts'
import type { ReplacementRow, ReplacementRules } from '../../contract/replacement.ts'

/** A thing that ages. */
export interface AgingThing {
  id: string
  layer: string
  name: string
  location: LngLat
  fields: Readonly<Record<string, unknown>>
  faults: number
}

const YEAR_MS = 365.25 * 86_400_000
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** 更新改造清单 (P13): by faults × age × cost as the rules say; of equals the lower code, so that the same data give the same list. A thing of which
 *  nobody knows the age is in no list. @param today YYYY-MM-DD */
export function rankOld(
  things: Iterable<AgingThing>,
  today: string,
  rules: ReplacementRules,
): { rows: ReplacementRow[]; unknownAge: number } {
  const rows: ReplacementRow[] = []
  let unknownAge = 0
  for (const { fields, ...thing } of things) {
    const rule = rules.layers.find(({ layer }) => layer === thing.layer)
    if (!rule) continue
    const installedOn = fields[rule.ageField]
    if (typeof installedOn !== 'string' || !DATE.test(installedOn)) {
      unknownAge++
      continue
    }
    const ageYears = Math.max(0, (Date.parse(today) - Date.parse(installedOn)) / YEAR_MS)
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
  rows.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
  return { rows: rows.map((row, index) => ({ ...row, rank: index + 1 })), unknownAge }
}
