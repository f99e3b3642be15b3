import { type CampaignArea, polygonsOf } from '../contract/campaign-area.ts'
import type { Bbox } from '../contract/geo.ts'
import { inSlices, nextTurn } from '../http/in-slices.ts'
import { AreaIndex } from '../insight/spots/area-index.ts'
import { type CameCase, findRecurrence } from '../insight/spots/find-recurrence.ts'
import { cellMap } from './cell-map.ts'
import { readEvents, type SpotEvent } from './read-events.ts'
import type { SpotNeeds, SpotSpan } from './spot-needs.ts'

const DAY_MS = 86_400_000

export interface AskedCampaign extends SpotSpan {
  classes: readonly string[]
  /** Where it was: of these one at most. */
  bbox: Bbox | undefined
  area: CampaignArea | undefined
  windowDays: number
}

/** Where the same came back after a campaign of [from, to). */
export async function mapRecurrence(needs: SpotNeeds, asked: AskedCampaign) {
  const { from, to, classes, bbox, area, windowDays, scope, signal } = asked
  const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
  const wide = {
    from: new Date(fromMs - windowDays * DAY_MS).toISOString(),
    to: new Date(toMs + windowDays * DAY_MS).toISOString(),
  }
  const events = await readEvents(needs, 'cases', { ...wide, scope })
  const frame = await needs.cells.frame(asked.cellMetres, scope)
  await nextTurn(signal)
  const partOf = partsOf(asked)
  const came = events.flatMap((event): CameCase[] => {
    const [cell, of] = [frame.grid.cellAt(event.lng, event.lat), partOf(event)]
    return cell === undefined || !of ? [] : [{ id: event.id, ms: event.ms, cell, of }]
  })
  const span = { fromMs, toMs, windowDays, nowMs: needs.now().getTime() }
  await nextTurn(signal)
  const { places, figures } = findRecurrence(came, span, needs.spotRules.recurrence)
  const about = {
    campaign: { from, to, classes: [...classes], bbox: bbox ?? null, area: area ?? null, windowDays },
    figures: { ...figures, controlIs: bbox || area ? ('same-classes-elsewhere' as const) : ('other-classes' as const) },
  }
  return inSlices(cellMap(frame, places, { from, to, seq: needs.memory.seq, about }), signal)
}

/** Of which part a case is; undefined: of none. */
function partsOf({ classes, bbox, area }: AskedCampaign): (event: SpotEvent) => CameCase['of'] | undefined {
  const isOfClass = (event: SpotEvent): boolean => classes.includes(event.class)
  const isThere = bbox ? within(bbox) : area ? inside(area) : undefined
  if (!isThere) return (event) => (isOfClass(event) ? 'campaign' : 'control')
  return (event) => (isOfClass(event) ? (isThere(event) ? 'campaign' : 'control') : undefined)
}

const within =
  ([west, south, east, north]: Bbox) =>
  ({ lng, lat }: SpotEvent): boolean =>
    lng >= west && lng <= east && lat >= south && lat <= north

/** Each polygon by itself: what lies in two that overlap is in the area. */
function inside(area: CampaignArea): (event: SpotEvent) => boolean {
  const index = new AreaIndex(polygonsOf(area).map((rings, at) => ({ id: `${at}`, rings })))
  return ({ lng, lat }) => index.at(lng, lat) !== ''
}
