import { expect, test } from 'vitest'
import { recordCases } from '../../../server/cases/record-cases.ts'
import type { Case } from '../../../server/contract/case.ts'
import type { CrewPosition, NewCrew } from '../../../server/contract/crew.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { type CrewTrack, CrewTracks, placeAt } from '../../../server/contract/track.ts'
import { keepPositions } from '../../../server/crews/position-store.ts'
import { by, SUO } from '../../support/entries.ts'
import { complaint, NOW, type TestCity, testCity } from '../../support/test-city.ts'
import { dayOfPositions, START_MS } from './made-tracks.ts'

const crewOf = (n: number, of: Partial<NewCrew> = {}): NewCrew => ({
  ...{ name: `照明${n}组（演示）`, skills: ['lighting'], vehicle: null, shift: { from: '08:00', to: '18:00' } },
  ...{ contractor: null, areas: [SUO], loadLimit: 8, headcount: 4, ...of },
})
const SPAN = `from=${encodeURIComponent(new Date(START_MS).toISOString())}&to=${encodeURIComponent(NOW)}`
const METRES = 1 / 111_195

async function addCrew(city: TestCity, of: NewCrew): Promise<string> {
  const added = await (await city.as('supervisor')).post('/api/crews', of)
  return ((await added.json()) as { id: string }).id
}

const keep = (city: TestCity, crewId: string, positions: readonly CrewPosition[]) =>
  city.store.transaction(SUO, (tx) =>
    keepPositions(
      tx,
      positions.map((position) => ({ crewId, position })),
    ),
  )

/** Where the source says a vehicle was, by a way of its own: a walk along all places. */
function interpolated(source: readonly { ms: number; location: LngLat }[], ms: number): LngLat | undefined {
  const after = source.findIndex((one) => one.ms >= ms)
  const [before, end] = [source[after - 1], source[after]]
  if (!before || !end || end.ms - before.ms > 5 * 60_000) return undefined
  const share = (ms - before.ms) / (end.ms - before.ms)
  const between = (axis: 0 | 1) => before.location[axis] + (end.location[axis] - before.location[axis]) * share
  return [between(0), between(1)]
}

const metresApart = (a: LngLat, b: LngLat): number =>
  Math.hypot((b[0] - a[0]) * Math.cos((a[1] * Math.PI) / 180), b[1] - a[1]) / METRES

test('ten vehicles over 24 h at 60 times the pace are where their places say, at 20 instants', {
  timeout: 15_000,
}, async () => {
  const city = await testCity()
  const sources = new Map<string, { ms: number; location: LngLat }[]>()
  for (let n = 0; n < 10; n++) {
    const id = await addCrew(city, crewOf(n))
    const day = dayOfPositions(n)
    await keep(city, id, day)
    sources.set(
      id,
      day.map(({ at, location }) => ({ ms: Date.parse(at), location })),
    )
  }
  const lead = await city.as('duty-lead')
  for (const within of [0, 5]) {
    const { tracks } = CrewTracks.parse(await lead.json(`/api/crews/tracks?${SPAN}&within=${within}`))
    expect(tracks).toHaveLength(10)
    let seen = 0
    // 24 h at ×60 last 24 minutes; a look every 71 s and a bit.
    for (let look = 1; look <= 20; look++)
      for (const track of tracks) {
        const t = look * 71.3 * 60
        const was = interpolated(sources.get(track.crewId) ?? [], START_MS + t * 1_000)
        const is = placeAt(track, t)?.location
        expect(is === undefined).toBe(was === undefined)
        if (!was || !is) continue
        seen += 1
        expect(metresApart(was, is)).toBeLessThan(within === 0 ? 0.02 : 5)
      }
    expect(seen).toBeGreaterThan(100)
  }
})

test('what happened to a crew’s cases stands on its track, and on no other’s', async () => {
  // The log's time never goes back: the crews are there before the day begins.
  let nowMs = START_MS - 20 * 60_000
  const city = await testCity({ now: () => new Date(nowMs) })
  const [one, other] = [await addCrew(city, crewOf(1)), await addCrew(city, crewOf(2))]
  const at = (minutes: number): string => new Date(START_MS + minutes * 60_000).toISOString()
  const step = (minutes: number, kind: string, of: Partial<Case>) => ({
    ...{ at: at(minutes), kind, entityId: complaint(1).id, after: complaint(1, of) },
  })
  await city.store.transaction(SUO, (tx) =>
    recordCases(
      tx,
      [
        step(-9, 'case-dispatched', { status: 'dispatched', crewId: one }),
        step(5, 'case-taken', { status: 'handling', crewId: one }),
        step(6, 'case-noted', { status: 'handling', crewId: one }),
        step(7, 'case-reassigned', { status: 'dispatched', crewId: other }),
        step(8, 'case-sent-back', { status: 'filed', crewId: null }),
        step(9, 'case-dispatched', { status: 'dispatched', crewId: one }),
        step(30, 'case-handled', { status: 'handled', crewId: one }),
      ],
      by(),
    ),
  )
  nowMs = Date.parse(NOW)
  const eventsOf = async (who: { json: TestCity['json'] }) => {
    const { tracks } = CrewTracks.parse(await who.json(`/api/crews/tracks?${SPAN}`))
    return new Map(tracks.map(({ crewId, events }: CrewTrack) => [crewId, events]))
  }
  const events = await eventsOf(await city.as('supervisor'))
  const told = (id: string) => events.get(id)?.map(({ at: instant, kind }) => [instant, kind])
  expect(told(one)).toEqual([
    [at(5), 'taken'],
    [at(7), 'taken-away'],
    [at(9), 'dispatched'],
    [at(30), 'handled'],
  ])
  expect(told(other)).toEqual([
    [at(7), 'dispatched'],
    [at(8), 'sent-back'],
  ])
  const { number, location } = complaint(1)
  expect(events.get(one)?.[0]).toMatchObject({ caseId: complaint(1).id, number, location, fenceId: null })
  // The case lies in no grid, so it is nobody's who has but a street.
  const street = await eventsOf(await city.as('supervisor', { areas: ['540626100'] }))
  expect([...street.values()].flat()).toEqual([])
})

test('tracks are for who may know where crews are, of those that are theirs', async () => {
  const city = await testCity()
  const [ours, hired] = [await addCrew(city, crewOf(1)), await addCrew(city, crewOf(2, { contractor: 'road-co' }))]
  const supervisor = await city.as('supervisor', { contractor: 'road-co' })
  const { tracks } = await supervisor.json(`/api/crews/tracks?${SPAN}`)
  expect(tracks).toMatchObject([{ crewId: hired }])
  expect((await supervisor.refusal(`/api/crews/tracks?${SPAN}&crew=${ours}`)).status).toBe(404)
  expect((await (await city.as('planner')).refusal(`/api/crews/tracks?${SPAN}`)).status).toBe(403)
  expect((await city.refusal('/api/crews/positions')).status).toBe(401)
  const whole = await city.as('supervisor')
  expect(await whole.json(`/api/crews/tracks?${SPAN}&crew=${ours},${hired}`)).toMatchObject({ gapMinutes: 5 })
})

test('a span is a day at most, and more crews than are drawn are to be named', async () => {
  const city = await testCity()
  const supervisor = await city.as('supervisor')
  for (const [query, parameter] of [
    ['from=2026-04-01&to=2026-04-03', 'to'],
    ['from=2026-04-02&to=2026-04-01', 'to'],
    ['from=2026-04-01', 'to'],
    [`${SPAN}&within=-1`, 'within'],
  ])
    expect(await supervisor.refusal(`/api/crews/tracks?${query}`)).toMatchObject({ status: 400, parameter })
  for (let n = 0; n < 21; n++) await supervisor.post('/api/crews', crewOf(n))
  expect(await supervisor.refusal(`/api/crews/tracks?${SPAN}`)).toMatchObject({ code: 'too-many-crews' })
})

test('the desk sees every crew on duty with its way of the last 15 minutes, and nobody followed home', async () => {
  const city = await testCity()
  const [on, off] = [await addCrew(city, crewOf(1)), await addCrew(city, crewOf(2))]
  const mate = await city.as('crew', { crewId: on })
  await mate.put(`/api/crews/${on}/duty`, { onDuty: true })
  const place = (minutes: number, lng: number, lat = 31.886) => ({
    ...{ at: new Date(Date.parse(NOW) + minutes * 60_000).toISOString(), location: [lng, lat] as LngLat },
    ...{ accuracyM: 6, speedKmh: 30, headingDeg: 90 },
  })
  // As if its duty had begun an hour ago.
  await keep(city, on, [
    place(-20, 93.7),
    place(-4, 93.78),
    place(-3, 93.781),
    place(-2, 93.782),
    place(-1, 93.782, 31.887),
  ])
  await keep(city, off, [place(-4, 93.7)])
  await mate.post(`/api/crews/${on}/positions`, { positions: [place(0, 93.783, 31.887)] })
  const { at, crews } = await (await city.as('commander')).json('/api/crews/positions')
  expect(Date.parse(at)).toBe(Date.parse(NOW))
  const of = (id: string) => crews.find(({ crewId }: { crewId: string }) => crewId === id)
  expect(of(on)).toMatchObject({ stale: false, position: { location: [93.783, 31.887], headingDeg: 90, speedKmh: 30 } })
  // The place in the middle of the straight way is left out.
  expect(of(on).trail).toEqual([
    [93.78, 31.886],
    [93.782, 31.886],
    [93.782, 31.887],
    [93.783, 31.887],
  ])
  expect(of(off)).toEqual({ crewId: off, position: null, stale: false, trail: [] })
})
