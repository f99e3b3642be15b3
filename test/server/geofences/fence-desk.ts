import type { LngLat } from '../../../server/contract/geo.ts'
import type { Crossing, NewGeofence } from '../../../server/contract/geofence.ts'
import { METRES_PER_DEGREE } from '../../../server/contract/local-plane.ts'
import type { Role, Scope } from '../../../server/contract/role.ts'
import { SUO } from '../../support/entries.ts'
import { readLive } from '../../support/read-live.ts'
import { NOW, type TestCityParts, testCity } from '../../support/test-city.ts'

const WEST_EDGE: LngLat = [93.8, 31.9]
const PER_LNG = METRES_PER_DEGREE * Math.cos((31.9 * Math.PI) / 180)

/** A place so many metres east of the middle of the square's western edge. */
export const metresEast = (metres: number): LngLat => [WEST_EDGE[0] + metres / PER_LNG, WEST_EDGE[1]]

/** 400 m wide, 400 m high. */
export const SQUARE: LngLat[] = [
  [93.8, 31.8982],
  [93.8 + 400 / PER_LNG, 31.8982],
  [93.8 + 400 / PER_LNG, 31.9018],
  [93.8, 31.9018],
  [93.8, 31.8982],
]

export const WATCH_POST: NewGeofence = { name: '索县垃圾填埋场', purpose: 'landfill', ring: SQUARE, crews: null }

const CREW = {
  ...{ name: '清运一组（演示）', skills: ['waste'], vehicle: null, shift: { from: '08:00', to: '18:00' } },
  ...{ contractor: null, areas: [SUO], loadLimit: 8, headcount: 4 },
}

/** A city with one crew and a clock that a test moves. Each place is told a minute after the one before. */
export async function newFenceDesk(parts: TestCityParts = {}) {
  let minutes = 0
  const at = (more: number): string => new Date(Date.parse(NOW) + (minutes + more) * 60_000).toISOString()
  const city = await testCity({ ...parts, now: () => new Date(at(0)) })
  const added = await (await city.as('supervisor')).post('/api/crews', CREW)
  const { id: crewId } = (await added.json()) as { id: string }
  const as = (role: Role, scope: Partial<Scope> = {}) => city.as(role, scope)
  const mate = () => as('crew', { crewId })
  const tellMany = async (places: readonly (readonly [minutes: number, location: LngLat])[]) =>
    (await mate()).post(`/api/crews/${crewId}/positions`, {
      positions: places.map(([more, location]) => ({ at: at(more), location, accuracyM: 8 })),
    })
  return {
    ...{ city, crewId, as, at, tellMany },
    pass(more: number) {
      minutes += more
    },
    async fence(of: Partial<NewGeofence> = {}) {
      const drawn = await (await as('supervisor')).post('/api/geofences', { ...WATCH_POST, ...of })
      if (drawn.status !== 201) throw new Error(await drawn.text())
      return { id: ((await drawn.json()) as { id: string }).id, etag: drawn.headers.get('ETag') ?? '' }
    },
    goDuty: async (onDuty = true) => (await mate()).put(`/api/crews/${crewId}/duty`, { onDuty }),
    async tell(location: LngLat) {
      minutes += 1
      return tellMany([[0, location]])
    },
    tellAt: (more: number, location: LngLat) => tellMany([[more, location]]),
    async crossings(): Promise<Crossing[]> {
      const who = await as('supervisor')
      return (await who.json(`/api/geofences/crossings?from=${NOW.slice(0, 10)}&to=${at(1)}`)).crossings
    },
    async listen(role: Role, scope: Partial<Scope> = {}) {
      const stream = readLive(await (await as(role, scope)).get('/api/live'))
      await stream.next('picture')
      return stream
    },
  }
}
