import { type Crew, isCrewInScope, isStale } from '../contract/crew.ts'
import type { LngLat } from '../contract/geo.ts'
import { type CrewWhereabouts, TRACK_GAP_MINUTES } from '../contract/track.ts'
import { actorOf, type Gate } from '../http/acting.ts'
import { checkRange } from '../http/list-parameters.ts'
import { newRoutes } from '../http/new-routes.ts'
import { badParameter, notHere } from '../http/refusals.ts'
import type { Store } from '../store/store.ts'
import type { CrewPlaces } from './crew-places.ts'
import { allCrews } from './crew-store.ts'
import { declareTrackRoutes, MOST_HOURS, MOST_TRACKS } from './declare-track-routes.ts'
import { readTracks } from './read-tracks.ts'
import { readTrails } from './read-trails.ts'

interface TrackNeeds {
  area: string
  store: Pick<Store, 'db'>
  now: () => Date
  gate: Gate
  places: CrewPlaces
}

/** 轨迹: where crews are, and where they went. */
export function trackRoutes({ area, store, now, places, gate }: TrackNeeds) {
  const { whereabouts, tracks } = declareTrackRoutes({ gate })
  const crewsOf = async (scope: Parameters<typeof isCrewInScope>[0]): Promise<Crew[]> =>
    (await allCrews(store.db, area)).map(({ crew }) => crew).filter((crew) => isCrewInScope(scope, crew))

  return newRoutes()
    .openapi(whereabouts, async (c) => {
      const at = now()
      const trails = await readTrails(store.db, area, at.getTime())
      const crews = (await crewsOf(actorOf(c).scope)).filter(({ endedAt }) => endedAt === null)
      return c.json(
        { at: at.toISOString(), crews: crews.map((crew) => whereaboutsOf(crew, trails, at.getTime())) },
        200,
      )
    })
    .openapi(tracks, async (c) => {
      const { from, to, crew, within } = c.req.valid('query')
      checkRange(from, to)
      if (Date.parse(to) - Date.parse(from) > MOST_HOURS * 3_600_000)
        throw badParameter('to', `"to": at most ${MOST_HOURS} hours after "from"`, 'too-long')
      const { scope } = actorOf(c)
      const mine = await crewsOf(scope)
      const asked = crew === undefined ? mine : idsOf(crew).map((id) => crewIn(mine, id))
      if (asked.length > MOST_TRACKS)
        throw badParameter('crew', `"crew": name at most ${MOST_TRACKS} of the ${asked.length} crews`, 'too-many-crews')
      const withinMetres = Number(within)
      const read = await readTracks(store.db, area, asked, { from, to, withinMetres, scope })
      return c.json({ from, to, gapMinutes: TRACK_GAP_MINUTES, withinMetres, tracks: read }, 200)
    })

  function whereaboutsOf(crew: Crew, trails: ReadonlyMap<string, LngLat[]>, nowMs: number): CrewWhereabouts {
    // Nobody is followed home.
    const known = crew.onDuty ? places.of(crew.id) : undefined
    if (!known) return { crewId: crew.id, position: null, stale: false, trail: [] }
    const trail = Date.parse(known.at) < Date.parse(crew.dutySince) ? [] : (trails.get(crew.id) ?? [])
    return { crewId: crew.id, position: known, stale: isStale(known, nowMs), trail }
  }
}

const idsOf = (list: string): string[] => [...new Set(list.split(','))]

function crewIn(crews: readonly Crew[], id: string): Crew {
  const crew = crews.find((one) => one.id === id)
  if (!crew) throw notHere('crew', id)
  return crew
}
