import { expect, test } from 'vitest'
import type { Case } from '../../../server/contract/case.ts'
import type { DayPlan, PlanAccepted } from '../../../server/contract/day-plan.ts'
import type { Client } from '../../support/client.ts'
import { complaint, NOW, type TestCity, testCity } from '../../support/test-city.ts'

// A thread begins with a TypeScript loader of its own, which on a busy machine takes seconds.
const PATIENT = { timeout: 30_000 }

const at = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
const clock = (dueInMinutes: number) => ({
  ...{ id: 'handle', stage: 'handle', ruleId: 'made', ruleVersion: 1, limit: { value: 4, unit: 'hour' as const } },
  ...{ limitMinutes: 240, startedAt: at(-60), warnAt: at(dueInMinutes - 10), dueAt: at(dueInMinutes) },
  ...{ endedAt: null, pausedAt: null, usedMinutes: 0 },
})
const filed = (index: number, of: Partial<Case> = {}): Case =>
  complaint(index, {
    ...{ status: 'filed', filedAt: at(-60), receivedAt: at(-90), unitGrid: '540626100001001', code: '01037' },
    ...{ kind: 'component', clocks: [clock(60 + index * 30)], location: [93.785 + index * 0.002, 31.886] },
    ...of,
  })
const CREW = {
  ...{ skills: ['lighting'], vehicle: null, shift: { from: '08:00', to: '18:00' }, contractor: null },
  ...{ areas: ['540626'], loadLimit: 4, headcount: 2 },
}

async function addCrew(
  city: TestCity,
  supervisor: Client,
  name: string,
  lng: number,
  of: object = {},
): Promise<string> {
  const { id } = (await (await supervisor.post('/api/crews', { ...CREW, name, ...of })).json()) as { id: string }
  await supervisor.put(`/api/crews/${id}/duty`, { onDuty: true })
  const mate = await city.as('crew', { crewId: id })
  await mate.post(`/api/crews/${id}/positions`, { positions: [{ at: NOW, location: [lng, 31.886] }] })
  return id
}

async function done(who: Client, id: string): Promise<DayPlan> {
  for (;;) {
    const plan: DayPlan = await who.json(`/api/plans/${id}`)
    if (plan.state !== 'running' && plan.state !== 'waiting') return plan
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function town() {
  const city = await testCity({ now: () => new Date(NOW), cases: [1, 2, 3, 4, 5, 6].map((index) => filed(index)) })
  const supervisor = await city.as('supervisor')
  const west = await addCrew(city, supervisor, '西组', 93.786)
  const east = await addCrew(city, supervisor, '东组', 93.798)
  const drains = await addCrew(city, supervisor, '排水组', 93.79, { skills: ['drainage'] })
  const idle = (await (await supervisor.post('/api/crews', { ...CREW, name: '休班组' })).json()) as { id: string }
  return { city, supervisor, west, east, drains, idle: idle.id }
}

test('a plan is made behind the requests, proved for few cases, and dispatched crew by crew', PATIENT, async () => {
  const { supervisor, west, east, drains, idle } = await town()
  const started = await supervisor.post('/api/plans', {})
  expect(started.status).toBe(202)
  const { id } = (await started.json()) as DayPlan
  expect(started.headers.get('Location')).toBe(`/api/plans/${id}`)
  expect(await supervisor.problem(supervisor.post('/api/plans', {}))).toMatchObject({ code: 'plan-running' })

  const plan = await done(supervisor, id)
  expect(plan).toMatchObject({ state: 'done', cases: 6, crews: 3, progress: { proved: true, gap: 0 } })
  expect(plan.excluded).toEqual([{ crewId: idle, name: '休班组', code: 'off-duty' }])
  expect(plan.routes.find(({ crewId }) => crewId === drains)?.stops).toEqual([])
  const stopsOf = (crew: string) => plan.routes.find(({ crewId }) => crewId === crew)?.stops ?? []
  expect([...stopsOf(west), ...stopsOf(east)]).toHaveLength(6)
  expect(Math.max(stopsOf(west).length, stopsOf(east).length)).toBeLessThanOrEqual(4)
  expect(plan.after?.weightedLateMinutes).toBeLessThanOrEqual(plan.before?.weightedLateMinutes ?? 0)
  expect(plan.service.byRule).toEqual(['01037'])

  const accepted = await supervisor.post(`/api/plans/${id}/accept`, { crewIds: [west] })
  const { crews } = (await accepted.json()) as PlanAccepted
  expect(crews).toMatchObject([{ crewId: west, batch: expect.any(String) }])
  expect(crews[0]?.results.every(({ refused }) => refused === null)).toBe(true)
  const first = stopsOf(west)[0]?.caseId
  expect(await supervisor.json(`/api/cases/${first}`)).toMatchObject({ status: 'dispatched', crewId: west })
  // Once more: told case by case that somebody was faster.
  const again = (await (await supervisor.post(`/api/plans/${id}/accept`, { crewIds: [west] })).json()) as PlanAccepted
  expect(again.crews[0]?.results[0]?.refused).toMatchObject({ status: 409, code: 'conflict' })
  expect((await supervisor.post('/api/cases/undo', { batch: crews[0]?.batch })).status).toBe(200)
  expect(await supervisor.json(`/api/cases/${first}`)).toMatchObject({ status: 'filed' })
})

test('a plan is its maker’s alone, of what is theirs, and ends when it is cancelled', PATIENT, async () => {
  const { city, supervisor } = await town()
  const elsewhere = await city.as('supervisor', { areas: ['540626101'] })
  const { id } = (await (await elsewhere.post('/api/plans', { limitSeconds: 1 })).json()) as DayPlan
  expect(await done(elsewhere, id)).toMatchObject({ state: 'done', cases: 0 })
  expect(await supervisor.refusal(`/api/plans/${id}`)).toMatchObject({ status: 404, code: 'unknown-plan' })
  for (const role of ['acceptor', 'crew', 'inspector', 'planner'] as const)
    expect((await (await city.as(role)).post('/api/plans', {})).status).toBe(403)
  expect((await supervisor.post('/api/plans', { area: 'x' })).status).toBe(400)

  const own = (await (await supervisor.post('/api/plans', { limitSeconds: 60 })).json()) as DayPlan
  const cancelled = (await (await supervisor.delete(`/api/plans/${own.id}`)).json()) as DayPlan
  expect(cancelled.state).toBe('cancelled')
  expect(await supervisor.problem(supervisor.post(`/api/plans/${own.id}/accept`, {}))).toMatchObject({
    code: 'no-proposal',
  })
})

test('what a crew has stays with it unless it may be given to another', PATIENT, async () => {
  const { supervisor, west, east } = await town()
  for (const index of [1, 2, 3]) {
    const { status } = await supervisor.post(`/api/cases/${filed(index).id}/actions/dispatch`, { crewId: east })
    expect(status).toBe(200)
  }
  await supervisor.post(`/api/cases/${filed(6).id}/actions/dispatch`, { crewId: west })
  const plan = async (asked: object) =>
    done(supervisor, ((await (await supervisor.post('/api/plans', asked)).json()) as DayPlan).id)
  const stays = await plan({})
  const having = (of: DayPlan, crew: string) => of.routes.find(({ crewId }) => crewId === crew)?.stops ?? []
  expect(having(stays, east).filter(({ isNew }) => !isNew)).toHaveLength(3)
  const moves = await plan({ reassign: true })
  expect(having(moves, west).some(({ takenFrom }) => takenFrom === east)).toBe(true)
  expect(moves.progress.cost).toBeLessThanOrEqual(stays.progress.cost ?? 0)
  const { crews } = (await (await supervisor.post(`/api/plans/${moves.id}/accept`, {})).json()) as PlanAccepted
  expect(crews.flatMap(({ results }) => results).every(({ refused }) => refused === null)).toBe(true)
})

test(
  'with no past the prediction is off and says so, and a what-if that changes nothing answers the baseline',
  PATIENT,
  async () => {
    const { city, supervisor, west } = await town()
    expect(await supervisor.json('/api/plans/predicted')).toMatchObject({
      state: 'off',
      why: 'too-little-past',
      cases: [],
    })
    const ask = async (asked: object) => (await supervisor.post('/api/plans/what-if', asked)).json()
    const none = (await ask({ seed: 7 })) as { baseline: object; changed: object; pastDays: number }
    expect(none.changed).toEqual(none.baseline)
    const more = (await ask({ seed: 7, addCrews: [{ like: west, at: [93.792, 31.886] }] })) as {
      baseline: { arrivalMinutes: number; reached: number }
      changed: { arrivalMinutes: number; reached: number }
    }
    expect(more.baseline).toEqual(none.baseline)
    expect(
      more.changed.reached > more.baseline.reached || more.changed.arrivalMinutes < more.baseline.arrivalMinutes,
    ).toBe(true)
    const unknown = supervisor.post('/api/plans/what-if', { moveStandby: [{ crewId: 'nobody', to: [93.79, 31.88] }] })
    expect(await supervisor.problem(unknown)).toMatchObject({ status: 404, code: 'unknown-crew' })
    const wall = await city.as('screen')
    expect((await wall.get('/api/plans/predicted')).status).toBe(403)
  },
)
