import type { LngLat } from '../contract/geo.ts'
import type { Scope } from '../contract/role.ts'
import type { ComparedBy, ComparedPeriods, ComparedRow, Indicator } from '../contract/spot-periods.ts'
import { SHANGHAI_MS } from '../contract/working-time.ts'
import { inSlices, nextTurn } from '../http/in-slices.ts'
import { badParameter } from '../http/refusals.ts'
import type { Span } from '../insight/evaluation/counts.ts'
import { formulasAt } from '../insight/evaluation/formulas-at.ts'
import { spanBefore, yearBefore } from '../insight/evaluation/spans.ts'
import { cellOf, ringOf } from '../insight/spots/cell-grid.ts'
import { compareFigures, type Figures } from '../insight/spots/compare-figures.ts'
import { pictureFinder } from '../layers/picture-for-routes.ts'
import type { CellFrame } from './city-cells.ts'
import { measureOf, rowsOf, sumByKey, wordKeys } from './figures-of-cases.ts'
import { keysOfPlaces } from './keys-of-places.ts'
import { readEvents } from './read-events.ts'
import type { SpotNeeds } from './spot-needs.ts'
import { firstRecords, placesOfCases } from './spot-store.ts'

export interface AskedPeriods {
  indicator: Indicator
  by: ComparedBy
  from: string
  to: string
  /** A period of one's own choice, to stand beside it. */
  against: { from: string; to: string } | undefined
  cellMetres: number
  /** Of `things`. */
  layer: string | undefined
  status: readonly string[] | undefined
  scope: Scope | undefined
  /** Of the request. */
  signal?: AbortSignal | undefined
}

/** What is counted, period by period. */
interface Counting {
  kind: ComparedPeriods['kind']
  /** Unix ms of the first record. */
  fromMs: number | undefined
  count(span: Span): Promise<Map<string, number | null>>
}

const DAY_MS = 86_400_000

/** P8. The periods before are as long as the period, as 同比 and 环比 of the rates are. */
export async function comparePeriods(needs: SpotNeeds, asked: AskedPeriods): Promise<ComparedPeriods> {
  const { by, indicator, from, to, against, cellMetres, signal } = asked
  const frame = await needs.cells.frame(cellMetres, undefined)
  const counting = await countingOf(needs, asked, frame)
  const span = { from: Date.parse(from), to: Date.parse(to), asOf: needs.now().getTime() }
  const [year, before] = [yearBefore(span), spanBefore(span)]
  const own = against && { from: Date.parse(against.from), to: Date.parse(against.to), asOf: span.asOf }
  const count = async (of: Span): Promise<Map<string, number | null>> => {
    await nextTurn(signal)
    return counting.count(of)
  }
  const recorded = async (of: Span): Promise<Figures> => (isRecorded(of, counting) ? count(of) : undefined)
  const figures = {
    value: await count(span),
    ...{ yearBefore: await recorded(year), periodBefore: await recorded(before) },
    against: own && (await recorded(own)),
  }
  await nextTurn(signal)
  const compared = compareFigures(figures, counting.kind)
  return {
    ...{ indicator, by, kind: counting.kind, period: { from, to } },
    ...{ yearBefore: said(year), periodBefore: said(before), against: against ?? null },
    recordedFrom: counting.fromMs === undefined ? null : new Date(counting.fromMs).toISOString(),
    ...{ seq: needs.memory.seq, cellMetres: by === 'cell' ? cellMetres : null },
    rows: await inSlices(named(needs, by, frame, compared), signal),
  }
}

const said = ({ from, to }: Span) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() })

/** A stock is looked at when the period ends, the rest from its begin on; the day of the first record counts as recorded. */
function isRecorded({ from, to }: Span, { kind, fromMs }: Counting): boolean {
  if (fromMs === undefined) return false
  return kind === 'stock' ? to >= fromMs : from >= fromMs - ((fromMs + SHANGHAI_MS) % DAY_MS)
}

/** A row at a time. */
function* named(
  needs: SpotNeeds,
  by: ComparedBy,
  frame: CellFrame,
  rows: readonly Omit<ComparedRow, 'name' | 'ring'>[],
): Generator<void, ComparedRow[]> {
  const all: ComparedRow[] = []
  for (const row of rows) {
    yield
    all.push({ ...row, ...drawn(needs, by, frame, row.key) })
  }
  return all
}

function drawn(needs: SpotNeeds, by: ComparedBy, frame: CellFrame, key: string): Pick<ComparedRow, 'name' | 'ring'> {
  if (by === 'cell') return { name: key, ring: ringOfName(frame, key) }
  const layer = { grid: 'responsibility-grids', 'unit-grid': 'unit-grids', road: 'roads', all: '', class: '' }[by]
  return { name: needs.memory.layer(layer)?.get(key)?.name ?? key, ring: null }
}

function ringOfName({ grid }: CellFrame, name: string): LngLat[] | null {
  const [, column, row] = name.split(':').map(Number)
  const cell = column === undefined || row === undefined ? undefined : cellOf(column, row)
  return cell === undefined ? null : ringOf(grid, cell)
}

async function countingOf(needs: SpotNeeds, asked: AskedPeriods, frame: CellFrame): Promise<Counting> {
  const { store, area } = needs
  if (asked.indicator === 'things') return countThings(needs, asked, frame, (await firstRecords(store.db, area)).log)
  if (asked.indicator !== 'inspections') return countCases(needs, asked, frame)
  const { by, scope, signal } = asked
  const keyOf = await inSlices(keysOfPlaces(needs.memory, by, placing(needs, frame)), signal)
  return {
    ...{ kind: 'count', fromMs: (await firstRecords(store.db, area)).inspection },
    async count(span) {
      const visits = await readEvents(needs, 'inspections', { ...said(span), scope })
      const keys = (at: number): string => {
        const { lng = 0, lat = 0, class: kind = '' } = visits[at] ?? {}
        return by === 'class' ? kind : keyOf(lng, lat)
      }
      return inSlices(sumOf(visits.length, keys), signal)
    },
  }
}

const placing = ({ spotRules }: SpotNeeds, { grid }: CellFrame) => ({ grid, ...spotRules.periods })

/** A millisecond's worth. */
const AT_ONCE = 200

/** How many of so many have each key. */
function* sumOf(count: number, keyOf: (at: number) => string): Generator<void, Map<string, number>> {
  const sums = new Map<string, number>()
  for (let at = 0; at < count; at++) {
    if (at % AT_ONCE === 0) yield
    const key = keyOf(at)
    sums.set(key, (sums.get(key) ?? 0) + 1)
  }
  return sums
}

async function countCases(needs: SpotNeeds, asked: AskedPeriods, frame: CellFrame): Promise<Counting> {
  const { by, indicator, from, scope, signal } = asked
  const measure = measureOf(indicator, formulasAt(needs.formulas, Date.parse(from)))
  if (!measure) throw badParameter('indicator', `"indicator": no rate "${indicator}" in the formulas of that time`)
  const facts = needs.evaluation.columns
  const firstMs = facts.instants.receivedMs
    .subarray(0, facts.count)
    .reduce((least, ms) => (ms < least ? ms : least), Number.POSITIVE_INFINITY)
  const byWord = wordKeys(facts, by)
  const keyAt = byWord ? undefined : await inSlices(keysOfPlaces(needs.memory, by, placing(needs, frame)), signal)
  return {
    ...{ kind: measure.among ? 'rate' : 'count', fromMs: Number.isFinite(firstMs) ? firstMs : undefined },
    async count(span) {
      const rows = rowsOf(facts, span, measure, scope)
      if (byWord) return sumByKey(rows, byWord, measure)
      const ids = rows.map(({ row }) => facts.ids[row] ?? '')
      const places = await placesOfCases(needs.store.db, needs.area, ids)
      const keyOf = (row: number): string => {
        const place = places.get(facts.ids[row] ?? '')
        return (place && keyAt?.(...place)) ?? ''
      }
      return sumByKey(rows, keyOf, measure)
    },
  }
}

async function countThings(
  needs: SpotNeeds,
  asked: AskedPeriods,
  frame: CellFrame,
  firstMs: number | undefined,
): Promise<Counting> {
  const { by, layer = '', status, signal } = asked
  if (by === 'road' || by === 'class') throw badParameter('by', `"by": things are not compared by ${by}`)
  if (!needs.memory.layer(layer))
    throw badParameter('layer', '"layer": things are of a layer of the catalogue; name it')
  const keyOf = await inSlices(keysOfPlaces(needs.memory, by, placing(needs, frame)), signal)
  const pictureAt = pictureFinder(needs)
  return {
    ...{ kind: 'stock', fromMs: firstMs },
    async count({ to }) {
      const end = new Date(Math.min(to, needs.now().getTime())).toISOString()
      const { picture } = await pictureAt(end)
      const places = picture.layer(layer)?.places(status ? { status: [...status] } : undefined)
      const keyAt = (at: number): string => keyOf(places?.lng[at] ?? 0, places?.lat[at] ?? 0)
      return inSlices(sumOf(places?.lng.length ?? 0, keyAt), signal)
    },
  }
}
