import { patrolDebt, TrackSight } from '../insight/spots/patrol-debt.ts'
import { cellMap, cellsIn } from './cell-map.ts'
import type { CellFrame } from './city-cells.ts'
import { readEvents } from './read-events.ts'
import type { SpotNeeds, SpotSpan } from './spot-needs.ts'
import { crewPoints } from './spot-store.ts'

/** N7: how long each cell of the city has waited at `to`. Whose track it was is not told. */
export async function mapPatrolDebt(needs: SpotNeeds, asked: SpotSpan) {
  const { patrol, source } = needs.spotRules
  const frame = await needs.cells.frame(asked.cellMetres, asked.scope)
  const { seen, tracks } = await seenByTracks(needs, frame, asked)
  const visited = new Map<number, number>()
  for (const { lng, lat, ms } of await readEvents(needs, 'inspections', asked)) {
    const cell = frame.grid.cellAt(lng, lat)
    if (cell !== undefined) visited.set(cell, Math.max(ms, visited.get(cell) ?? ms))
  }
  // Without unit grids the city is where somebody was seen.
  const cells = frame.people.size ? cellsIn(frame) : cellsIn(frame, seen, visited)
  const debts = patrolDebt(cells, { tracks: seen, inspections: visited }, Date.parse(asked.to))
  const rows = debts.map(({ lastMs, minutes, ...debt }) => ({
    ...debt,
    minutes: minutes === null ? null : Math.round(minutes * 10) / 10,
    lastAt: lastMs === null ? null : new Date(lastMs).toISOString(),
  }))
  const waited = rows.flatMap(({ minutes }) => (minutes === null ? [] : [minutes])).sort((a, b) => a - b)
  const { maxKmh, leastSeconds, gapMinutes } = patrol
  const about = {
    rule: { maxKmh, leastSeconds, gapMinutes, source },
    ...{ tracks, neverSeen: rows.length - waited.length, medianMinutes: waited[waited.length >> 1] ?? null },
  }
  return cellMap(frame, rows, { ...asked, seq: needs.memory.seq, about })
}

async function seenByTracks(
  { store, area, spotRules }: SpotNeeds,
  { grid }: CellFrame,
  { from, to }: SpotSpan,
): Promise<{ seen: Map<number, number>; tracks: number }> {
  const seen = new Map<number, number>()
  let [crew, sight, tracks] = ['', new TrackSight(grid, spotRules.patrol, seen), 0]
  const span = { fromMs: Date.parse(from), toMs: Date.parse(to) }
  for await (const page of crewPoints(store.db, area, span))
    for (const point of page) {
      if (tracks === 0 || point.crewId !== crew) {
        ;[crew, sight] = [point.crewId, new TrackSight(grid, spotRules.patrol, seen)]
        tracks += 1
      }
      sight.take(point)
    }
  return { seen, tracks }
}
