import { expect, test } from 'vitest'
import type { CaseCard } from '../../../server/contract/case-card.ts'
import type { Clock } from '../../../server/contract/clock.ts'
import { type CaseDesk, caseDesk, takeTo } from '../../support/case-desk.ts'
import { SUO } from '../../support/entries.ts'

/** Working hours 08:00–12:00 and 14:00–18:00; three work days. */
const LAMP = { kind: 'component', code: '01037', problem: '路灯不亮' }
const BY = { file: { conditionId: 'general-component' } }
const NEW_YEAR = { zh: '元旦', en: 'New Year' }
const calendar = (from: string, to: string, workdays: string[] = []) => ({
  holidays: [{ name: NEW_YEAR, from, to, workdays }],
  ...{ source: 'made for a test', edition: 'made for a test', verified: 'U' },
})

async function until(desk: CaseDesk, instant: string): Promise<void> {
  await desk.later((Date.parse(instant) - Date.parse(desk.now())) / 60_000)
}
const handle = (of: Pick<CaseCard, 'clocks'>): Clock | undefined => of.clocks.find(({ stage }) => stage === 'handle')
const due = async ({ as }: CaseDesk, id: string) => {
  const clock = handle((await as.supervisor.json(`/api/cases/${id}`)) as CaseCard)
  return [clock?.dueAt, clock?.beyondCalendar ?? false]
}
const put = (desk: CaseDesk, year: number, draft: object, headers = {}) =>
  desk.as.admin.request('PUT', `/api/rules/calendar/${year}`, draft, headers)
const rowsOf = async ({ city }: CaseDesk) =>
  (await city.store.readLog({ city: SUO, after: 0 })).filter(({ kind }) => kind === 'clock-reckoned')

test('a deadline over a New Year nobody knew is reckoned anew, to the minute, when its calendar is added', async () => {
  const desk = await caseDesk()
  await until(desk, '2026-12-28T09:00:00+08:00')
  const [stood, paused] = [await desk.receive(LAMP), await desk.receive(LAMP)]
  for (const { id } of [stood, paused]) await takeTo(desk, id, 'dispatch', BY)
  const suspend = async (id: string) => {
    await desk.act(id, 'request-suspension', { reason: '等配件' }, 'supervisor')
    await desk.act(id, 'approve', {}, 'duty-lead')
  }
  await until(desk, '2026-12-28T11:00:00+08:00')
  await suspend(stood.id)
  await suspend(paused.id)
  await until(desk, '2026-12-30T15:00:00+08:00')
  const plain = await takeTo(desk, (await desk.receive(LAMP)).id, 'dispatch', BY)
  // Around the clock: nothing of it is guessed.
  await takeTo(desk, (await desk.receive()).id, 'file')
  await until(desk, '2026-12-31T17:00:00+08:00')
  await desk.act(stood.id, 'resume', {}, 'supervisor')
  // 3 + 8 h of 2026, then Friday 1 January and Monday 4 January are guessed to be worked.
  expect(await due(desk, plain.id)).toEqual(['2027-01-04T07:00:00.000Z', true])
  // 2 h used before; 1 h on the 31st, 16 h on the 1st and the 4th, 5 h on the 5th.
  expect(await due(desk, stood.id)).toEqual(['2027-01-05T07:00:00.000Z', true])

  const answer = await put(desk, 2027, calendar('2027-01-01', '2027-01-03'))
  expect(answer.status).toBe(200)
  expect(await due(desk, plain.id)).toEqual(['2027-01-05T07:00:00.000Z', false])
  expect(await due(desk, stood.id)).toEqual(['2027-01-06T07:00:00.000Z', false])
  const rows = await rowsOf(desk)
  expect(rows.map(({ entityId }) => entityId).sort()).toEqual([plain.id, stood.id].sort())
  for (const row of rows)
    expect(row).toMatchObject({ actor: desk.as.admin.id, entity: 'case', reason: '日历 2027（第 1 版）' })
  const warn = handle((await desk.as.supervisor.json(`/api/cases/${plain.id}`)) as CaseCard)?.warnAt
  // 19.2 h from Wednesday 15:00: 11 h in 2026, 8 h on Monday, 12 minutes on Tuesday.
  expect(warn).toBe('2027-01-05T00:12:00.000Z')

  // What stood still is reckoned when it runs again; what was known is left alone.
  expect(await due(desk, paused.id)).toEqual([null, false])
  expect(await desk.city.store.verify(SUO)).toMatchObject({ ok: true })
})

test('a calendar that is changed later touches no case: each keeps what it was told', async () => {
  const desk = await caseDesk()
  await until(desk, '2026-12-30T15:00:00+08:00')
  const { id } = await takeTo(desk, (await desk.receive(LAMP)).id, 'dispatch', BY)
  await put(desk, 2027, calendar('2027-01-01', '2027-01-03'))
  expect(await due(desk, id)).toEqual(['2027-01-05T07:00:00.000Z', false])
  expect((await put(desk, 2027, calendar('2027-01-01', '2027-01-05'), { 'If-Match': '"1"' })).status).toBe(200)
  expect(await due(desk, id)).toEqual(['2027-01-05T07:00:00.000Z', false])
  expect(await rowsOf(desk)).toHaveLength(1)
})

test('hours that were changed meanwhile are not put upon a deadline of before', async () => {
  const desk = await caseDesk()
  await until(desk, '2026-12-30T15:00:00+08:00')
  const { id } = await takeTo(desk, (await desk.receive(LAMP)).id, 'dispatch', BY)
  const six = [
    ['09:00', '12:00'],
    ['15:00', '18:00'],
  ]
  expect((await desk.as.admin.request('PUT', '/api/rules/hours', { periods: six }, { 'If-Match': '*' })).status).toBe(
    200,
  )
  await put(desk, 2027, calendar('2027-01-01', '2027-01-03'))
  const [dueAt, beyond] = await due(desk, id)
  expect([dueAt, beyond]).toEqual(['2027-01-05T07:00:00.000Z', false])
})
