import type { CrewPosition } from '../../../server/contract/crew.ts'
import type { DeskCase } from '../../../server/contract/desk-case.ts'
import type { LngLat } from '../../../server/contract/geo.ts'

const CENTRE: LngLat = [93.7858, 31.8892]
const HOUR = 3_600_000
const TRAIL_PLACES = 90

export interface Town {
  /** What the page asks of the server, by path. */
  answers: Record<string, unknown>
  /** What is not JSON, by path; undefined for none. */
  bytes?(path: string): Uint8Array | undefined
  /** The next crew takes a step. */
  step(): { crewId: string; at: string; location: LngLat; headingDeg: number; speedKmh: number }
}

/** So many open cases and so many crews with a way behind them; the same town every time. `now`: Unix ms. */
export function makeTown(counts: { cases: number; crews: number }, now: number): Town {
  const random = randomFrom(7)
  const somewhere = (): LngLat => [CENTRE[0] + (random() - 0.5) * 0.03, CENTRE[1] + (random() - 0.5) * 0.014]
  const stepFrom = ([lng, lat]: LngLat): LngLat => [lng + (random() - 0.5) * 4e-4, lat + (random() - 0.5) * 4e-4]
  const iso = (ms: number): string => new Date(ms).toISOString()

  const cases = Array.from({ length: counts.cases }, (_, i): DeskCase => {
    const startedAt = now - random() * 4 * HOUR
    const dueAt = startedAt + (1 + random() * 40) * HOUR
    const clock = {
      ...{ id: 'fix', stage: 'fix', ruleId: 'posts', ruleVersion: 1, limit: { value: 8, unit: 'hour' } },
      ...{ limitMinutes: 480, startedAt: iso(startedAt), warnAt: iso(dueAt - HOUR), dueAt: iso(dueAt) },
      ...{ endedAt: null, pausedAt: null, usedMinutes: 0 },
    }
    return {
      ...{ id: `k${i}`, number: `20261120-${String(i).padStart(4, '0')}`, kind: 'matter', code: '06014' },
      ...{
        source: 'patrol',
        problem: '路面有砂石遗撒',
        address: `人民路 ${i} 号`,
        location: somewhere(),
        status: 'filed',
      },
      ...{
        urgency: 'ordinary',
        acknowledgedAt: null,
        unitGrid: null,
        responsibilityGrid: null,
        road: null,
        owner: null,
      },
      ...{ crewId: null, contractor: null, assetId: null, receivedAt: iso(startedAt), clocks: [clock], request: null },
      ...{ repeats: 0, reworks: 0, sendBacks: 0, reports: 1, photos: 0 },
    } as unknown as DeskCase
  })
  const ways = Array.from({ length: counts.crews }, () => {
    const way = [somewhere()]
    while (way.length < TRAIL_PLACES) way.push(stepFrom(way.at(-1) ?? CENTRE))
    return way
  })
  const position = (way: LngLat[]): CrewPosition => ({
    ...{ at: iso(now), location: way.at(-1) ?? CENTRE, accuracyM: 5, speedKmh: 20, headingDeg: 90 },
  })
  const crews = ways.map((way, i) => ({
    ...{ id: `c${i}`, name: `市政${i}组`, skills: ['roads'], vehicle: null, shift: { from: '00:00', to: '23:59' } },
    ...{ contractor: null, areas: ['540626'], loadLimit: 4, headcount: 3, onDuty: true, dutySince: iso(now - HOUR) },
    ...{ endedAt: null, demo: true, openCases: 1, stale: false, position: position(way) },
  }))
  let next = 0
  return {
    answers: {
      '/api/city': CITY,
      '/api/layers': { layers: [] },
      '/api/me': { actor: ACTOR, todo: [], secondFactor: false, demo: true, guestsRead: [] },
      '/api/codes': { codes: [] },
      '/api/placement/units': { units: [] },
      '/api/crews': { crews },
      '/api/crews/positions': {
        at: iso(now),
        crews: ways.map((trail, i) => ({ crewId: `c${i}`, position: position(trail), stale: false, trail })),
      },
      '/api/desk/cases': { seq: 1, at: iso(now), cases },
    },
    step() {
      const index = next++ % ways.length
      const way = ways[index] ?? [CENTRE]
      const location = stepFrom(way.at(-1) ?? CENTRE)
      way.push(location)
      return { crewId: `c${index}`, at: iso(Date.now()), location, headingDeg: random() * 360, speedKmh: 20 }
    },
  }
}

/** Park and Miller. */
const randomFrom = (begin: number) => {
  let seed = begin
  return (): number => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed / 2_147_483_647
  }
}

const CITY = {
  ...{ area: '540626', name: { zh: '索县', en: 'Suo' }, centre: CENTRE, zoom: 14.6, bounds: null },
  ...{ demo: true, mapApproval: null, basemap: false, relief: false, seq: 1, dataAt: null, assetCount: 0 },
}
const ACTOR = {
  ...{ id: 'person:bench', name: '派遣员（演示）', roles: ['supervisor'] },
  scope: { areas: ['540626'], contractor: null, crewId: null },
}
