import type { PerWhat, SpotSubject } from '../contract/spots.ts'
import { inSlices, nextTurn } from '../http/in-slices.ts'
import { findHotSpotsInSteps } from '../insight/spots/find-hot-spots.ts'
import { findSilenceInSteps } from '../insight/spots/find-silence.ts'
import { findUnseen } from '../insight/spots/find-unseen.ts'
import { normalise } from '../insight/spots/normalise.ts'
import { cellMap, cellsIn } from './cell-map.ts'
import type { CellFrame } from './city-cells.ts'
import { readEvents, tallyEvents } from './read-events.ts'
import type { SpotNeeds, SpotSpan } from './spot-needs.ts'

interface Narrowed extends SpotSpan {
  classes?: readonly string[] | undefined
}

const UNITS = { raw: 'count', km2: 'count/km2', people: 'count/1000-people', asset: 'count/asset' } as const

/** P5. */
export async function mapDensity(
  needs: SpotNeeds,
  asked: Narrowed & { subject: SpotSubject; per: PerWhat; layer: string | undefined },
) {
  const { subject, per, layer, cellMetres, scope, signal } = asked
  const frame = await needs.cells.frame(cellMetres, scope)
  const counts = tallyEvents(frame.grid, await readEvents(needs, subject, asked))
  const assets = per === 'asset' ? await needs.cells.things(frame, layer, signal) : new Map<number, number>()
  await nextTurn(signal)
  const cells = cellsIn(frame, counts)
  await nextTurn(signal)
  const rows = normalise(cells, counts, per, { cellMetres, people: frame.people, assets })
  const values = rows.flatMap(({ value }) => (value === null ? [] : [value]))
  const about = {
    ...{ subject, per, unit: UNITS[per], layer: layer ?? null },
    total: rows.reduce((sum, { count }) => sum + count, 0),
    withoutData: rows.length - values.length,
    largest: values.length ? values.reduce((most, value) => Math.max(most, value)) : null,
  }
  return mapInTurn(needs, frame, rows, { asked, about })
}

/** P6. */
export async function mapUnseen(needs: SpotNeeds, asked: Narrowed & { only: boolean }) {
  const { classes, ...span } = asked
  const [complained, inspected] = await Promise.all([
    readEvents(needs, 'complaints', { ...span, classes }),
    readEvents(needs, 'inspections', span),
  ])
  const frame = await needs.cells.frame(asked.cellMetres, asked.scope)
  const [complaints, inspections] = [tallyEvents(frame.grid, complained), tallyEvents(frame.grid, inspected)]
  await nextTurn(asked.signal)
  const rows = findUnseen(cellsIn(frame, complaints, inspections), complaints, inspections)
  const unseen = rows.filter((row) => row.unseen)
  const about = {
    ...{ complaints: complained.length, inspections: inspected.length, unseen: unseen.length },
    unseenComplaints: unseen.reduce((sum, row) => sum + row.complaints, 0),
  }
  return mapInTurn(needs, frame, asked.only ? unseen : rows, { asked, about })
}

/** N8. */
export async function mapSilence(needs: SpotNeeds, asked: Narrowed) {
  const events = await readEvents(needs, 'complaints', asked)
  const frame = await needs.cells.frame(asked.cellMetres, asked.scope)
  const { signal } = asked
  const [counts, assets] = [tallyEvents(frame.grid, events), await needs.cells.things(frame, undefined, signal)]
  await nextTurn(signal)
  const voices = cellsIn(frame, counts).map((cell) => ({
    ...{ cell, observed: counts.get(cell) ?? 0, people: frame.people.get(cell) ?? null },
    assets: assets.get(cell) ?? 0,
  }))
  const { silence } = needs.spotRules
  const { model, cells } = await inSlices(findSilenceInSteps(voices, silence), signal)
  function* rows() {
    for (const { people: population, low: deficitLow, high: deficitHigh, ...cell } of cells)
      yield { population, deficitLow, deficitHigh, ...cell }
  }
  const about = {
    ...{ model, falseDiscovery: silence.falseDiscovery, leastExpected: silence.leastExpected },
    silent: cells.filter(({ state }) => state === 'silent').length,
  }
  return mapInTurn(needs, frame, rows(), { asked, about })
}

/** Gi*. */
export async function mapHotSpots(needs: SpotNeeds, asked: Narrowed & { subject: SpotSubject }) {
  const events = await readEvents(needs, asked.subject, asked)
  const frame = await needs.cells.frame(asked.cellMetres, asked.scope)
  const counts = tallyEvents(frame.grid, events)
  const rule = needs.spotRules.hotSpots
  await nextTurn(asked.signal)
  const { why, spots } = await inSlices(findHotSpotsInSteps(cellsIn(frame, counts), counts, rule), asked.signal)
  const about = {
    ...{ subject: asked.subject, bandMetres: rule.bandCells * asked.cellMetres, cells: spots.length, why },
    total: spots.reduce((sum, { count }) => sum + count, 0),
    hot: spots.filter(({ confidence }) => confidence > 0).length,
    cold: spots.filter(({ confidence }) => confidence < 0).length,
  }
  return mapInTurn(needs, frame, spots, { asked, about })
}

/** Reckoning, drawing and writing a map of ten thousand cells take their turns with other requests, and end when nobody waits for it. */
async function mapInTurn<R extends { cell: number }, A extends object>(
  { memory }: SpotNeeds,
  frame: CellFrame,
  rows: Iterable<R>,
  { asked, about }: { asked: SpotSpan; about: A },
) {
  const map = await inSlices(cellMap(frame, rows, { ...asked, seq: memory.seq, about }), asked.signal)
  await nextTurn(asked.signal)
  return map
}
