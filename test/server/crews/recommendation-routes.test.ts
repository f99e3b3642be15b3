import { expect, test } from 'vitest'
import type { NewCrew } from '../../../server/contract/crew.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { Recommendation } from '../../../server/contract/recommendation.ts'
import { complaint, NOW, testCity } from '../../support/test-city.ts'

const AREA = '540626100'
const received = '2026-05-01T09:00:00+08:00'
const filed = { status: 'filed', unitGrid: `${AREA}001001`, receivedAt: received, filedAt: received } as const
const CASES = [
  complaint(1, { ...filed, location: [93.785, 31.886] }),
  complaint(2, { ...filed, status: 'handling', crewId: 'busy', dispatchedAt: received, takenAt: received }),
  complaint(3, { ...filed, status: 'closed', crewId: 'busy', closedAt: received, outcome: 'repaired' }),
]
const LIGHTS: NewCrew = {
  ...{ name: '照明一组（演示）', skills: ['lighting'], vehicle: { plate: '藏E·演示1', kind: '执法车' } },
  ...{ shift: { from: '08:00', to: '18:00' }, contractor: null, areas: [AREA], loadLimit: 8, headcount: 4 },
}

async function newCity(cases = CASES) {
  const city = await testCity({ cases })
  const supervisor = await city.as('supervisor')
  const add = async (of: Partial<NewCrew> = {}, at?: LngLat): Promise<string> => {
    const { id } = (await (await supervisor.post('/api/crews', { ...LIGHTS, ...of })).json()) as { id: string }
    if (!at) return id
    const mate = await city.as('crew', { crewId: id })
    await mate.put(`/api/crews/${id}/duty`, { onDuty: true })
    const told = await mate.post(`/api/crews/${id}/positions`, { positions: [{ at: NOW, location: at }] })
    expect(told.status).toBe(204)
    return id
  }
  return { city, supervisor, add }
}

test('the desk is told which crews fit a case, by the roads of the city, and why the others do not', async () => {
  const { supervisor, add } = await newCity()
  const far = await add({ name: '远' }, [93.7889, 31.886])
  const near = await add({ name: '近' }, [93.7852, 31.886])
  const off = await add({ name: '休' })
  const answer = Recommendation.parse(await supervisor.json('/api/cases/case-0001/crews'))
  expect(answer).toMatchObject({ caseId: 'case-0001', roads: true, nearestMisses: [] })
  expect(answer.ranked.map(({ crewId, by }) => [crewId, by])).toEqual([
    [near, 'roads'],
    [far, 'roads'],
  ])
  expect(answer.excluded).toMatchObject([{ crewId: off, codes: ['off-duty'], metres: null }])
  // By its number too.
  expect(await supervisor.json('/api/cases/20260101-0001/crews')).toMatchObject({ caseId: 'case-0001' })
})

test('what a crew has in hand are its open cases, and where nobody fits the nearest misses are said', async () => {
  const { supervisor, add } = await newCity()
  const id = await add({ loadLimit: 1 }, [93.7852, 31.886])
  expect((await supervisor.json('/api/cases/case-0001/crews')).ranked).toMatchObject([{ crewId: id, load: 0 }])
  const dispatched = await supervisor.post('/api/cases/case-0001/actions/dispatch', { crewId: id })
  expect(dispatched.status).toBe(200)
  // The desk follows the log.
  while ((await supervisor.json('/api/cases/case-0002/crews')).excluded.length === 0)
    await new Promise((resolve) => setTimeout(resolve, 5))
  const { ranked, nearestMisses } = await supervisor.json('/api/cases/case-0002/crews')
  expect([ranked, nearestMisses]).toMatchObject([[], [{ crewId: id, codes: ['at-limit'], load: 1, loadLimit: 1 }]])
})

test('a crew that sent the case back is not asked again', async () => {
  const { city, supervisor, add } = await newCity()
  const id = await add({}, [93.7852, 31.886])
  await supervisor.post('/api/cases/case-0001/actions/dispatch', { crewId: id })
  const mate = await city.as('crew', { crewId: id })
  const back = await mate.post('/api/cases/case-0001/actions/send-back', { reason: '不是我们的' })
  expect(back.status).toBe(200)
  const { ranked, excluded } = await supervisor.json('/api/cases/case-0001/crews')
  expect([ranked, excluded]).toMatchObject([[], [{ crewId: id, codes: ['sent-back'] }]])
})

test('who may not know where crews are is told nothing, and of another street there is neither case nor crew', async () => {
  const { city, add } = await newCity()
  await add({}, [93.7852, 31.886])
  expect((await (await city.as('planner')).refusal('/api/cases/case-0001/crews')).status).toBe(403)
  expect((await city.guest.refusal('/api/cases/case-0001/crews')).status).toBe(401)
  const other = await city.as('supervisor', { areas: ['540626101'] })
  expect((await other.refusal('/api/cases/case-0001/crews')).status).toBe(404)
  const company = await city.as('supervisor', { areas: [`${AREA}001`] })
  await add({ name: '别处', areas: [`${AREA}002`] }, [93.7852, 31.886])
  const { ranked, excluded } = await company.json('/api/cases/case-0001/crews')
  expect([ranked.length, excluded]).toEqual([1, []])
  expect((await city.guest.refusal('/api/cases/none/crews')).status).toBe(401)
  expect((await company.refusal('/api/cases/none/crews')).status).toBe(404)
})

test('the way between two places is told, and that there is none', async () => {
  const { city } = await newCity()
  const { way } = await city.json('/api/roads/way?from=93.785,31.886&to=93.789,31.886')
  expect(way.metres).toBeCloseTo(377.6, 0)
  // A main road: 32 km/h.
  expect(way.seconds).toBeCloseTo(way.metres / (32 / 3.6), 1)
  expect(await city.json('/api/roads/way?from=93.785,31.886&to=94.789,31.886')).toEqual({ way: null })
  expect((await city.refusal('/api/roads/way?from=93.785&to=94.789,31.886')).status).toBe(400)
  expect((await city.refusal('/api/roads/way?from=93.7,31.8&to=94.7,31.8&vehicle=boat')).status).toBe(400)
})
