import type { Crew, CrewPosition } from '../contract/crew.ts'
import type { Scope } from '../contract/role.ts'
import { isInScope } from '../contract/scope.ts'
import type { CrewTrack, TrackEvent } from '../contract/track.ts'
import type { Db } from '../store/schema.ts'
import { trackOf } from './position-store.ts'
import { thinTrack } from './thin-track.ts'
import { addTrackEvents, LEAVING, TRACK_KINDS } from './track-events.ts'
import { crewsBefore, workRows } from './track-store.ts'

/** One a second for a day. */
const MOST_PLACES = 86_400

export interface Span {
  /** ISO instants: from the first up to, not including, the second. */
  from: string
  to: string
  withinMetres: number
  /** Whose view it is: of a case that is none of theirs they are not told. */
  scope: Scope
}

/** Where crews went in a span and what happened to them, in the order of `crews`. */
export async function readTracks(
  db: Db,
  city: string,
  crews: readonly Pick<Crew, 'id' | 'name'>[],
  span: Span,
): Promise<CrewTrack[]> {
  const events = await readEvents(
    db,
    city,
    crews.map(({ id }) => id),
    span,
  )
  const [from, to] = [Date.parse(span.from), Date.parse(span.to)]
  const tracks: CrewTrack[] = []
  // One crew after the other: of each a day of places is in memory, not of all.
  for (const { id, name } of crews) {
    const positions = await trackOf(db, city, { crewId: id, from, to, limit: MOST_PLACES })
    const columns = columnsOf(thinTrack(positions, span.withinMetres), from)
    tracks.push({ crewId: id, name, ...columns, events: events.get(id) ?? [] })
  }
  return tracks
}

export function columnsOf(positions: readonly CrewPosition[], fromMs: number) {
  return {
    t: positions.map(({ at }) => (Date.parse(at) - fromMs) / 1_000),
    lng: positions.map(({ location }) => seven(location[0])),
    lat: positions.map(({ location }) => seven(location[1])),
    headingDeg: positions.map(({ headingDeg }) => headingDeg && Math.round(headingDeg)),
    speedKmh: positions.map(({ speedKmh }) => speedKmh && Math.round(speedKmh * 10) / 10),
  }
}

/** Decimals of a degree: a centimetre. */
const seven = (degrees: number): number => Math.round(degrees * 1e7) / 1e7

async function readEvents(
  db: Db,
  city: string,
  crewIds: readonly string[],
  { from, to, scope }: Span,
): Promise<Map<string, TrackEvent[]>> {
  const events = new Map(crewIds.map((id): [string, TrackEvent[]] => [id, []]))
  const had = new Map<string, string>()
  for await (const rows of workRows(db, city, { from, to, kinds: TRACK_KINDS })) {
    const leaving = rows.filter((row) => row.is === 'case' && LEAVING.includes(row.kind) && !had.has(row.state.id))
    const ids = leaving.flatMap((row) => (row.is === 'case' ? row.state.id : []))
    const first = rows[0]
    if (first && ids.length) for (const [id, crewId] of await crewsBefore(db, city, ids, first.seq)) had.set(id, crewId)
    addTrackEvents(events, rows, had, (of) => isInScope(scope, of))
  }
  for (const of of events.values()) of.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  return events
}
