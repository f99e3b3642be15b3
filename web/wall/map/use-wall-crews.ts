import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { getCrews } from '../../api-cases.ts'
import { getWhereabouts } from '../../api-tracks.ts'
import { runLevel } from '../../live/run-level.ts'
import { useLiveNews } from '../../live.ts'
import { crewsOnWall, moved, type WallCrew, type Whereabouts } from './crew-way.ts'

const GAP_MS = 5_000
const READ_EVERY_MS = 60_000
/** Places are drawn so often at most; between them a crew glides. */
const DRAW_GAP_MS = 500
/** A place grows old in minutes. */
const AGE_MS = 15_000
const KEY = ['crews', 'wall'] as const

/** The crews on duty and where they are, as they move. */
export function useWallCrews(now: number): WallCrew[] {
  const queries = useQueryClient()
  const crews = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => getCrews(signal),
    refetchInterval: READ_EVERY_MS,
  }).data
  const places = useRef(new Map<string, Whereabouts>())
  const [drawn, setDrawn] = useState<ReadonlyMap<string, Whereabouts>>(places.current)
  const draw = useMemo(() => runLevel(async () => setDrawn(new Map(places.current)), DRAW_GAP_MS), [])
  const readCrews = useMemo(() => runLevel(() => queries.refetchQueries({ queryKey: KEY }), GAP_MS), [queries])
  const readPlaces = useMemo(
    () =>
      runLevel(async () => {
        const next = new Map(places.current)
        for (const { crewId, position, trail } of await getWhereabouts()) {
          const known = next.get(crewId)
          if (!position) next.delete(crewId)
          else if (!known || Date.parse(known.at) < Date.parse(position.at))
            next.set(crewId, { at: position.at, location: position.location, trail: trail.slice(-18) })
        }
        places.current = next
        draw()
      }, GAP_MS),
    [draw],
  )
  useEffect(() => {
    readPlaces()
    const timer = setInterval(readPlaces, READ_EVERY_MS)
    return () => clearInterval(timer)
  }, [readPlaces])
  useLiveNews((news) => {
    if (news.event === 'position') {
      const { crewId } = news.data
      places.current.set(crewId, moved(places.current.get(crewId), news.data))
      draw()
    } else if (news.event === 'change' && news.data.entity === 'crew') readCrews()
    else if (news.event === 'resync' || news.event === 'picture') {
      readCrews()
      readPlaces()
    }
  })
  const tick = Math.floor(now / AGE_MS) * AGE_MS
  return useMemo(() => crewsOnWall(crews ?? [], drawn, tick), [crews, drawn, tick])
}
