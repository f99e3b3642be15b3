import { readFileSync } from 'node:fs'
import type { LngLat } from '../../server/contract/geo.ts'
import type { Store } from '../../server/store/store.ts'
import { signedIn } from '../support/client.ts'

interface DemoCrew {
  id: string
  shift: { from: string; to: string }
  base: LngLat
}

/** The crews of the demo city whose shift it is begin their duty and tell where they are. `time`: of the city's clock, HH:mm. */
export async function putCrewsOnDuty(
  { origin, store, now }: { origin: string; store: Store; now: () => Date },
  time: string,
): Promise<void> {
  const { crews } = JSON.parse(readFileSync('data/cities/suo/crews.json', 'utf8')) as { crews: DemoCrew[] }
  const fetchThere = (path: string, init: RequestInit) => fetch(origin + path, init)
  for (const { id, base } of crews.filter(({ shift }) => isWithin(shift, time))) {
    const mate = await signedIn({ store, now }, fetchThere, ['crew'], { crewId: id })
    await taken(mate.put(`/api/crews/${id}/duty`, { onDuty: true }))
    const position = { at: now().toISOString(), location: base }
    await taken(mate.post(`/api/crews/${id}/positions`, { positions: [position] }))
  }
}

/** A shift may go on past midnight. */
const isWithin = ({ from, to }: DemoCrew['shift'], time: string): boolean =>
  from < to ? from <= time && time < to : time >= from || time < to

async function taken(asked: Promise<Response>): Promise<void> {
  const answer = await asked
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}: ${await answer.text()}`)
}
