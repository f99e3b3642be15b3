import type { CityPicture } from '../../city/city-picture.ts'
import type { Case } from '../../contract/case.ts'
import type { Placement, PlacementRules } from '../../contract/placement.ts'
import type { Responsibility } from '../../contract/responsibility.ts'
import type { Scope } from '../../contract/role.ts'
import type { Db } from '../../store/schema.ts'
import { locateCase } from './locate-case.ts'
import { ownerOfCase } from './owner-of-case.ts'
import { earlierCases, type SiteRow, siteRows } from './place-case-store.ts'
import { levelOf, repeatsBefore, type SpotCase } from './repeat-sites.ts'
import { sameProblem } from './same-problem.ts'
import { codesOfThings, layersOfCodes, snapAsset } from './snap-asset.ts'
import { type Spot, spotOf } from './spot-of.ts'
import { squareAround } from './square-around.ts'
import { suggestDuplicates } from './suggest-duplicates.ts'

/** What is reported, as far as it says where the case belongs. */
export interface PlacedReport extends Pick<Case, 'location' | 'kind' | 'code'> {
  /** The thing that somebody chose; without it the nearest of the class is looked for. */
  assetId?: string | null
  /** Somebody said that it is about no thing: none is looked for. */
  noThing?: boolean
  /** ISO instant. */
  receivedAt: string
}

export interface PlacementNeeds {
  memory: Pick<CityPicture, 'layer' | 'layers'>
  rules: PlacementRules
  /** null: the city has no table. */
  responsibility: Responsibility | null
  /** 6-digit area code; `db` is the store's, or a transaction's. */
  city: string
  db: Db
  /** What of the city the asker may see, absent: all of it. Cases outside are as if they were not there. */
  scope?: Scope | undefined
}

const HOUR_MS = 3_600_000
const DAY_MS = 86_400_000

/** Where a report belongs: its grids, road, thing and owner; what came before at the same place; what may be the same problem. Reads only. An
 *  `assetId` that no thing has comes back as null. */
export async function placeReport(report: PlacedReport, needs: PlacementNeeds): Promise<Placement> {
  const placed = placeInCity(report, needs)
  const { repeats, duplicates } = await lookBack({ ...report, assetId: placed.assetId }, needs)
  return { ...placed, repeats, repeatLevel: levelOf(repeats, needs.rules), duplicates }
}

type InCity = Omit<Placement, 'repeats' | 'repeatLevel' | 'duplicates'>

/** The part that the city in memory answers alone. */
export function placeInCity(
  { location, kind, code, assetId, noThing = false }: Omit<PlacedReport, 'receivedAt'>,
  { memory, rules, responsibility }: Pick<PlacementNeeds, 'memory' | 'rules' | 'responsibility'>,
): InCity {
  const located = locateCase(location, memory, rules)
  const chosen = assetId == null ? undefined : thingById(assetId, memory)
  const snapped = assetId == null && !noThing ? snapAsset({ location, code }, memory, rules) : NOTHING
  const thing = chosen ?? (snapped.assetId === null ? undefined : thingById(snapped.assetId, memory))
  const owner = ownerOfCase({ kind, code, ...located, fields: thing?.fields }, responsibility)
  return { ...located, assetId: thing?.id ?? null, choices: snapped.choices, owner }
}

const NOTHING: Pick<Placement, 'assetId' | 'choices'> = { assetId: null, choices: [] }

const thingById = (id: string, memory: PlacementNeeds['memory']) => {
  for (const layer of memory.layers()) {
    const thing = memory.layer(layer.id)?.get(id)
    if (thing) return thing
  }
  return undefined
}

/** What the cases before say. */
async function lookBack(
  { location, code, assetId = null, receivedAt }: PlacedReport,
  { memory, rules, city, db, scope }: PlacementNeeds,
): Promise<Pick<Placement, 'repeats' | 'duplicates'>> {
  const rule = sameProblem(code, rules)
  if (!rule) return { repeats: 0, duplicates: [] }
  const layers = layersOfCodes(codesOfThings(code, rules), memory)
  const at = spotOf({ location, assetId }, layers)
  const ms = Date.parse(receivedAt)
  // A case about a thing stands where it was tapped, up to the snap's distance from the thing.
  const bbox = squareAround(at.place, rule.metres + rules.snapMetres)
  const earlier = await earlierCases(db, city, {
    ...{ code, bbox, receivedFrom: ms - rule.openHours * HOUR_MS, endedFrom: ms - rule.endedHours * HOUR_MS },
    scope,
  })
  const from = ms - rules.repeats.days * DAY_MS
  const spots = (await siteRows(db, city, { code, bbox, scope, from, to: ms })).map((row) => spotCaseOf(row, layers))
  return {
    repeats: repeatsBefore({ ...at, code, ms }, spots, rules),
    duplicates: suggestDuplicates(
      { ...at, code, receivedMs: ms },
      earlier.map((of) => ({ of, spot: spotOf(of, layers) })),
      rule,
    ),
  }
}

export const spotCaseOf = (row: SiteRow, layers: Parameters<typeof spotOf>[1]): SpotCase => {
  const spot: Spot = spotOf({ location: [row.lng, row.lat], assetId: row.asset_id }, layers)
  return { ...spot, id: row.id, code: row.code, ms: row.received_ms }
}
