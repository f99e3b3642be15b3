import type { LayerMemory } from '../../city/layer-memory.ts'
import type { Case } from '../../contract/case.ts'
import type { RepeatSite } from '../../contract/placement.ts'
import { seenCases } from '../case-store.ts'
import { type SiteRow, siteRows } from './place-case-store.ts'
import { type PlacementNeeds, spotCaseOf } from './place-report.ts'
import { findRepeatSites } from './repeat-sites.ts'
import { codesOfThings, layersOfCodes } from './snap-asset.ts'

export const DAY_MS = 86_400_000
export type RepeatNeeds = Omit<PlacementNeeds, 'responsibility'>

/** Places at which the same class came again within the rule's days up to an instant, the most frequent first. What the asker may not see does
 *  not count. */
export async function listRepeats(
  { at, code }: { at: string; code?: string | undefined },
  needs: RepeatNeeds,
): Promise<RepeatSite[]> {
  const { rules, city, db, scope } = needs
  const to = Date.parse(at)
  const rows = await siteRows(db, city, { code, from: to - rules.repeats.days * DAY_MS, to, scope })
  return sitesOf(rows, needs)
}

/** Those of rows that were read. */
export async function sitesOf(
  rows: readonly SiteRow[],
  { memory, rules, city, db }: RepeatNeeds,
): Promise<RepeatSite[]> {
  const layers = new Map<string, LayerMemory[]>()
  const layersOf = (of: string): LayerMemory[] => {
    const known = layers.get(of) ?? layersOfCodes(codesOfThings(of, rules), memory)
    layers.set(of, known)
    return known
  }
  const sites = findRepeatSites(
    rows.map((row) => spotCaseOf(row, layersOf(row.code))),
    rules,
  )
  const ids = sites.flatMap((site) => site.cases)
  const seen = await seenCases(db, city, ids)
  return sites.map(({ place, thing, cases, ...site }) => ({
    ...site,
    location: place,
    assetId: thing,
    cases: cases.flatMap((id) => summaryOf(seen.get(id)?.state) ?? []),
  }))
}

const summaryOf = (of: Case | undefined): RepeatSite['cases'][number] | undefined => {
  if (!of) return undefined
  const { id, number, problem, address, status, receivedAt } = of
  return { id, number, problem, address, status, receivedAt }
}
