import type { OpenDesk } from '../cases/open-desk.ts'
import type { CityMemory } from '../city/city.ts'
import type { Asset } from '../contract/asset.ts'
import type { FormulaSet } from '../contract/evaluation.ts'
import type { Scope } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import type { WallFigures } from '../contract/wall.ts'
import type { CrewPlaces } from '../crews/crew-places.ts'
import type { EvaluationMemory } from '../insight/evaluation/evaluation-memory.ts'
import { countDrains } from '../insight/wall/count-drains.ts'
import { countFacts, type FactFigures } from '../insight/wall/count-facts.ts'
import { countOpen, type OpenFigures } from '../insight/wall/count-open.ts'
import { drawLandfill } from '../insight/wall/draw-landfill.ts'
import { rateLamps, rateRoads } from '../insight/wall/rate-lamps.ts'
import { rateMonth } from '../insight/wall/rate-month.ts'
import { wallTime } from '../insight/wall/wall-time.ts'
import { lightNow, nextLight } from '../live/open-lights.ts'
import type { WallMemory } from './wall-memory.ts'

export interface FigureNeeds {
  memory: CityMemory
  evaluation: EvaluationMemory
  desk: Pick<OpenDesk, 'all'>
  places: Pick<CrewPlaces, 'of'>
  wall: WallMemory
  formulas: readonly FormulaSet[]
}

/** For whom: `scope` undefined for the whole city; who may not read evaluations is told no rate. */
export interface FigureAsker {
  scope: Scope | undefined
  mayEvaluate: boolean
}

const MOST_AREAS = 60
const MOST_CLASSES = 12
/** Long enough for a pattern, short enough to change. */
const MINUS_DAYS = 30

/** All that the panels say, out of memory alone. */
export async function gatherFigures(
  { memory, evaluation, desk, places, wall, formulas }: FigureNeeds,
  { scope, mayEvaluate }: FigureAsker,
  now: Date,
): Promise<WallFigures> {
  const time = wallTime(now)
  const { nowMs } = time
  const repeats = await wall.repeats.figures(nowMs, scope)
  const { closedByArea, receivedByClass, onTime, ...facts } = countFacts(evaluation.columns, time, scope)
  const isMine = scope ? (of: Parameters<typeof isInScope>[1]) => isInScope(scope, of) : () => true
  const { byArea, byClass, loads, ...open } = countOpen(desk.all(), { nowMs, isMine, lightAt: lightNow, nextLight })
  const placeOf = (crewId: string) => places.of(crewId)
  const placesMs = wall.roster.lastPlaceMs(placeOf)
  return {
    ...{ at: now.toISOString(), seq: evaluation.seq, ...facts, ...open, onTime: mayEvaluate ? onTime : null },
    areas: areasOf(memory, byArea, closedByArea),
    classes: classesOf(byClass, receivedByClass),
    ...lampsOf(memory),
    drains: drainsOf(memory),
    rates: mayEvaluate ? rateMonth(evaluation.columns, time, { scope, formulas }) : null,
    crews: wall.roster.figures({ scope, nowMs, placeOf, loads }),
    landfill: landfillOf(memory, wall, nowMs),
    lots: lotsOf(memory, wall, nowMs),
    repeats: repeats.map(({ caseId, ...site }) => ({ ...site, kind: kindOf(evaluation, caseId) })),
    minus: minusOf(time.today),
    ages: wall.ages.all(nowMs, placesMs === undefined ? new Map() : new Map([['positions', placesMs]])),
  }
}

function areasOf(
  memory: CityMemory,
  byArea: OpenFigures['byArea'],
  closed: FactFigures['closedByArea'],
): WallFigures['areas'] {
  const grids = memory.layer('responsibility-grids')
  return [...new Set([...byArea.keys(), ...closed.keys()])]
    .filter((area) => area !== '')
    .map((area) => ({
      ...{ area, name: grids?.get(area)?.name ?? area, marks: byArea.get(area)?.marks ?? [] },
      ...{ open: byArea.get(area)?.open ?? 0, closedThisMonth: closed.get(area) ?? 0 },
    }))
    .sort((a, b) => b.open - a.open || b.closedThisMonth - a.closedThisMonth || (a.area < b.area ? -1 : 1))
    .slice(0, MOST_AREAS)
}

const classesOf = (byClass: OpenFigures['byClass'], today: FactFigures['receivedByClass']): WallFigures['classes'] =>
  [...new Set([...byClass.keys(), ...today.keys()])]
    .map((of) => ({ class: of, open: 0, late: 0, ...byClass.get(of), today: today.get(of) ?? 0 }))
    .sort((a, b) => b.open - a.open || b.today - a.today || (a.class < b.class ? -1 : 1))
    .slice(0, MOST_CLASSES)

function lampsOf(memory: CityMemory): Pick<WallFigures, 'lit' | 'dark' | 'unheard' | 'lamps'> {
  const lamps = memory.layer('streetlights')
  if (!lamps) return { lit: null, dark: 0, unheard: 0, lamps: { classes: [], roads: [] } }
  const [byClass, byRoad] = [lamps.countsBy('roadClass'), lamps.countsBy('road')]
  return { ...rateLamps(lamps.definition, lamps.counts()), lamps: rateRoads(lamps.definition, { byClass, byRoad }) }
}

function drainsOf(memory: CityMemory): WallFigures['drains'] {
  const drains = memory.layer('drains')
  if (!drains || drains.count === 0) return null
  const lowByRoad = drains.countsBy('road', { fields: { lowPlace: ['true'] } })
  return countDrains(drains.definition, { counts: drains.counts(), lowByRoad })
}

/** The columns know a class with its kind: `matter:06010`. */
function kindOf({ columns }: EvaluationMemory, caseId: string): WallFigures['repeats'][number]['kind'] {
  const row = columns.rowOf.get(caseId)
  const kind = row === undefined ? undefined : columns.texts.class[columns.words.class[row] ?? 0]?.split(':')[0]
  return kind === 'component' || kind === 'matter' ? kind : null
}

/** Of several that which is full first. */
function landfillOf(memory: CityMemory, wall: WallMemory, nowMs: number): WallFigures['landfill'] {
  const wells = [...(memory.layer('landfill-wells')?.all() ?? [])]
  const figures = [...(memory.layer('landfills')?.all() ?? [])]
    .filter(({ status }) => status !== 'closed')
    .flatMap((landfill) => {
      const own = wells.filter(({ fields }) => fields.landfill === landfill.id)
      return drawLandfill({ landfill, surveys: wall.surveys.of(landfill), wells: own }, nowMs) ?? []
    })
  const daysOf = (of: (typeof figures)[number]): number => of.daysLeft.p50 ?? Number.POSITIVE_INFINITY
  return figures.sort((a, b) => daysOf(a) - daysOf(b) || (a.id < b.id ? -1 : 1))[0] ?? null
}

/** Those with bays; how many are taken may not be known. */
function lotsOf(memory: CityMemory, wall: WallMemory, nowMs: number): WallFigures['lots'] {
  return [...(memory.layer('truck-parking')?.all() ?? [])]
    .flatMap((lot) => lotOf(lot, wall.ages.isStale('truck-parking', lot.changedAt, nowMs)))
    .sort((a, b) => b.bays - a.bays || (a.id < b.id ? -1 : 1))
}

function lotOf({ id, name, status, fields, changedAt }: Asset, stale: boolean): WallFigures['lots'] {
  const { bays, occupied } = fields
  if (typeof bays !== 'number' || bays === 0 || status === 'closed') return []
  return [{ id, name, bays, occupied: typeof occupied === 'number' ? occupied : null, asOf: changedAt, stale }]
}

/** Of whole days, so that the addresses are the same all day. */
function minusOf(today: number): WallFigures['minus'] {
  const from = encodeURIComponent(new Date(today - (MINUS_DAYS - 1) * 86_400_000).toISOString())
  const of = (subject: string): string => `/api/heat/${subject}?from=${from}`
  return { complaints: of('complaints'), inspections: of('inspections'), days: MINUS_DAYS }
}
