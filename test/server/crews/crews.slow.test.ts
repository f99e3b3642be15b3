import { expect, test } from 'vitest'
import type { NewCrew } from '../../../server/contract/crew.ts'
import { positionRetention } from '../../../server/crews/position-retention.ts'
import { keepPositions } from '../../../server/crews/position-store.ts'
import { runRetentions } from '../../../server/retention/run-retentions.ts'
import { CrewArrivals } from '../../../server/walls/crew-arrivals.ts'
import { onEachEngine } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'
import { NOW, testCity } from '../../support/test-city.ts'

const LIGHTS: NewCrew = {
  name: '照明一组（演示）',
  skills: ['lighting'],
  vehicle: { plate: '藏E·演示1', kind: '高空作业车' },
  shift: { from: '08:00', to: '18:00' },
  contractor: 'light-keepers',
  areas: [SUO],
  loadLimit: 8,
  headcount: 4,
}
const at = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
const place = (minutes: number, lng = 93.785) => ({ at: at(minutes), location: [lng, 31.886] })

onEachEngine((_, engine) => {
  const newCity = async () => {
    let minutes = 0
    const city = await testCity({ engine, now: () => new Date(Date.parse(NOW) + minutes * 60_000) })
    const supervisor = await city.as('supervisor')
    const added = await supervisor.post('/api/crews', LIGHTS)
    const crew = (await added.json()) as { id: string }
    const pass = (more: number): void => {
      minutes += more
    }
    return { city, supervisor, added, crew, pass }
  }

  test('a crew tells where it is while it is on duty, and nobody is followed home', async () => {
    const { city, supervisor, added, crew, pass } = await newCity()
    expect(added.status).toBe(201)
    const mate = await city.as('crew', { crewId: crew.id })
    const tell = (...positions: object[]) => mate.post(`/api/crews/${crew.id}/positions`, { positions })

    expect((await tell(place(0))).status).toBe(409)
    expect((await mate.put(`/api/crews/${crew.id}/duty`, { onDuty: true })).status).toBe(200)
    pass(2)
    // What the phone kept from before the duty is not the bureau's.
    expect((await tell(place(-30, 93.7), place(1), place(2, 93.786))).status).toBe(204)
    expect((await tell(place(2, 93.786))).status).toBe(204)
    expect((await tell(place(60))).status).toBe(400)
    const card = await supervisor.json(`/api/crews/${crew.id}`)
    expect(card).toMatchObject({ onDuty: true, stale: false, position: { at: at(2), location: [93.786, 31.886] } })
    const { positions } = await supervisor.json(`/api/crews/${crew.id}/positions?from=${at(-60)}&to=${at(60)}`)
    expect(positions.map((one: { at: string }) => one.at)).toEqual([at(1), at(2)])
    // Of two places 94 m apart the first within 50 m of an emergency is when the crew came to it.
    const arrivals = new CrewArrivals({ db: city.store.db, city: SUO })
    const sent = { caseId: 'a', crewId: crew.id, sentAt: at(0), location: [93.786, 31.886] as [number, number] }
    expect(await arrivals.of(sent, Date.parse(at(2)))).toBe(at(2))
    expect(await arrivals.of({ ...sent, caseId: 'b', location: [93.8, 31.886] }, Date.parse(at(2)))).toBeNull()

    pass(6)
    expect(await supervisor.json(`/api/crews/${crew.id}`)).toMatchObject({ stale: true })
    await mate.put(`/api/crews/${crew.id}/duty`, { onDuty: false })
    expect((await tell(place(8))).status).toBe(409)
    expect(await supervisor.json(`/api/crews/${crew.id}`)).toMatchObject({ onDuty: false, position: null })
  })

  test('who may not know where crews are sees the crews without their places', async () => {
    const { city, crew } = await newCity()
    const mate = await city.as('crew', { crewId: crew.id })
    await mate.put(`/api/crews/${crew.id}/duty`, { onDuty: true })
    await mate.post(`/api/crews/${crew.id}/positions`, { positions: [place(0)] })
    expect((await city.guest.json('/api/crews')).crews).toMatchObject([{ id: crew.id, position: null }])
    const planner = await city.as('planner')
    expect((await planner.json('/api/crews')).crews).toMatchObject([{ position: null }])
    expect((await planner.refusal(`/api/crews/${crew.id}/positions?from=2026-01-01&to=2026-02-01`)).status).toBe(403)
    expect((await (await city.as('screen')).json('/api/crews')).crews[0].position).not.toBeNull()
  })

  test('a crew of another area or contractor does not exist', async () => {
    const { city, crew } = await newCity()
    const others = await city.as('supervisor', { contractor: 'street-sweepers' })
    expect((await others.json('/api/crews')).crews).toEqual([])
    expect((await others.refusal(`/api/crews/${crew.id}`)).status).toBe(404)
    expect((await others.put(`/api/crews/${crew.id}/duty`, { onDuty: true })).status).toBe(404)
    const another = await city.as('crew', { crewId: 'another' })
    expect((await another.post(`/api/crews/${crew.id}/positions`, { positions: [place(0)] })).status).toBe(404)
  })

  test('of two who change a crew, one has seen an old one', async () => {
    const { supervisor, added, crew } = await newCity()
    const seen = { 'If-Match': added.headers.get('ETag') ?? '' }
    expect((await supervisor.patch(`/api/crews/${crew.id}`, { loadLimit: 9 }, seen)).status).toBe(200)
    expect((await supervisor.patch(`/api/crews/${crew.id}`, { loadLimit: 7 }, seen)).status).toBe(412)
    expect(await supervisor.json(`/api/crews/${crew.id}`)).toMatchObject({ loadLimit: 9 })
    expect((await supervisor.patch(`/api/crews/${crew.id}`, { loadLimit: 7 })).status).toBe(428)
  })

  test('bad input is named', async () => {
    const { supervisor } = await newCity()
    for (const [wrong, parameter] of [
      [{ skills: ['flying'] }, 'skills'],
      [{ shift: { from: '25:00', to: '18:00' } }, 'shift'],
      [{ areas: [] }, 'areas'],
      [{ loadLimit: 0 }, 'loadLimit'],
    ] as const) {
      const refused = await supervisor.post('/api/crews', { ...LIGHTS, ...wrong })
      expect(refused.status).toBe(400)
      expect(await refused.json()).toMatchObject({ parameter })
    }
  })

  test('places past their days are deleted, and the younger stay', async () => {
    const { city, crew } = await newCity()
    const placed = [-32, -31, -29, 0].map((days) => ({
      crewId: crew.id,
      position: {
        at: at(days * 1_440),
        location: [93.785, 31.886] as [number, number],
        ...{ accuracyM: null, speedKmh: null, headingDeg: null },
      },
    }))
    await city.store.transaction(SUO, (tx) => keepPositions(tx, placed))
    await runRetentions({ area: SUO, store: city.store, now: () => new Date(NOW) }, [positionRetention(30)])
    const left = await city.store.db.selectFrom('crew_positions').select('at_ms').orderBy('at_ms').execute()
    expect(left.map(({ at_ms }) => new Date(at_ms).toISOString())).toEqual([at(-29 * 1_440), at(0)])
  })
})
