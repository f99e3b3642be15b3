import type { Bbox } from '../contract/geo.ts'
import { inSlices, nextTurn } from '../http/in-slices.ts'
import { type CameCase, findRecurrence } from '../insight/spots/find-recurrence.ts'
import { cellMap } from './cell-map.ts'
import { readEvents, type SpotEvent } from './read-events.ts'
import type { SpotNeeds, SpotSpan } from './spot-needs.ts'

const DAY_MS = 86_400_000

export interface AskedCampaign extends SpotSpan {
  classes: readonly string[]
  bbox: Bbox | undefined
  windowDays: number
}

/** Where the same came back after a campaign of [from, to). */
export async function mapRecurrence(needs: SpotNeeds, asked: AskedCampaign) {
  const { from, to, classes, bbox, windowDays, scope, signal } = asked
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
  const wide = {
    from: new Date(fromMs - windowDays * DAY_MS).toISOString(),
    to: new Date(toMs + windowDays * DAY_MS).toISOString(),
  }
  const events = await readEvents(needs, 'cases', { ...wide, scope })
  const frame = await needs.cells.frame(asked.cellMetres, scope)
  await nextTurn(signal)
  const came = events.flatMap((event): CameCase[] => {
    const [cell, of] = [frame.grid.cellAt(event.lng, event.lat), partOf(event, asked)]
    return cell === undefined || !of ? [] : [{ id: event.id, ms: event.ms, cell, of }]
  })
  const span = { fromMs, toMs, windowDays, nowMs: needs.now().getTime() }
  await nextTurn(signal)
  const { places, figures } = findRecurrence(came, span, needs.spotRules.recurrence)
  const about = {
    campaign: { from, to, classes: [...classes], bbox: bbox ?? null, windowDays },
    figures: { ...figures, controlIs: bbox ? ('same-classes-elsewhere' as const) : ('other-classes' as const) },
  }
  return inSlices(cellMap(frame, places, { from, to, seq: needs.memory.seq, about }), signal)
}

function partOf(event: SpotEvent, { classes, bbox }: AskedCampaign): CameCase['of'] | undefined {
  const isOfClass = classes.includes(event.class)
  if (!bbox) return isOfClass ? 'campaign' : 'control'
  const [west, south, east, north] = bbox
  const { lng, lat } = event
  if (!isOfClass) return undefined
  return lng >= west && lng <= east && lat >= south && lat <= north ? 'campaign' : 'control'
}
