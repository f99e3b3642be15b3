import { inSlices, nextTurn } from '../http/in-slices.ts'
import { type Debt, patrolDebt, TrackSight } from '../insight/spots/patrol-debt.ts'
import { cellMap, cellsIn } from './cell-map.ts'
import type { CellFrame } from './city-cells.ts'
import { readEvents } from './read-events.ts'
import type { SpotNeeds, SpotSpan } from './spot-needs.ts'
import { crewPoints } from './spot-store.ts'

/** N7: how long each cell of the city has waited at `to`. Whose track it was is not told. */
export async function mapPatrolDebt(needs: SpotNeeds, asked: SpotSpan) {
  const { patrol, source } = needs.spotRules
  const frame = await needs.cells.frame(asked.cellMetres, asked.scope)
  const { signal } = asked
  const { seen, tracks } = await seenByTracks(needs, frame, asked)
  const visited = new Map<number, number>()
  for (const { lng, lat, ms } of await readEvents(needs, 'inspections', asked)) {
    const cell = frame.grid.cellAt(lng, lat)
    if (cell !== undefined) visited.set(cell, Math.max(ms, visited.get(cell) ?? ms))
  }
  await nextTurn(signal)
  // Without unit grids the city is where somebody was seen.
  const cells = frame.people.size ? cellsIn(frame) : cellsIn(frame, seen, visited)
  await nextTurn(signal)
  const debts = patrolDebt(cells, { tracks: seen, inspections: visited }, Date.parse(asked.to))
  await nextTurn(signal)
  const waited = debts.flatMap(({ minutes }) => (minutes === null ? [] : [tenths(minutes)])).sort((a, b) => a - b)
  const { maxKmh, leastSeconds, gapMinutes } = patrol
  const about = {
    rule: { maxKmh, leastSeconds, gapMinutes, source },
    ...{ tracks, neverSeen: debts.length - waited.length, medianMinutes: waited[waited.length >> 1] ?? null },
  }
  return inSlices(cellMap(frame, rowsOf(debts), { ...asked, seq: needs.memory.seq, about }), signal)
}

const tenths = (minutes: number): number => Math.round(minutes * 10) / 10

function* rowsOf(debts: readonly Debt[]) {
  for (const { lastMs, minutes, ...debt } of debts)
    yield {
      ...debt,
      minutes: minutes === null ? null : tenths(minutes),
      lastAt: lastMs === null ? null : new Date(lastMs).toISOString(),
    }
}

async function seenByTracks(
  { store, area, spotRules }: SpotNeeds,
  { grid }: CellFrame,
  { from, to, signal }: SpotSpan,
): Promise<{ seen: Map<number, number>; tracks: number }> {
  const seen = new Map<number, number>()
  let [crew, sight, tracks] = ['', new TrackSight(grid, spotRules.patrol, seen), 0]
  const span = { fromMs: Date.parse(from), toMs: Date.parse(to) }
  for await (const page of crewPoints(store.db, area, span)) {
    await nextTurn(signal)
    for (const point of page) {
      if (tracks === 0 || point.crewId !== crew) {
        ;[crew, sight] = [point.crewId, new TrackSight(grid, spotRules.patrol, seen)]
        tracks += 1
      }
      sight.take(point)
    }
  }
  return { seen, tracks }
}
