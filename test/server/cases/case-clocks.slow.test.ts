import { expect, test } from 'vitest'
import { writeCaseStep } from '../../../server/cases/write-case-step.ts'
import type { CaseCard } from '../../../server/contract/case-card.ts'
import { type CaseDesk, caseDesk, takeTo } from '../../support/case-desk.ts'
import { onEachEngine } from '../../support/engines.ts'
import { SUO } from '../../support/entries.ts'

const clocksOf = ({ clocks }: CaseCard) =>
  Object.fromEntries(clocks.map(({ id, dueAt, endedAt, pausedAt }) => [id, { dueAt, endedAt, pausedAt }]))

/** A photo of after, as the crew's telephone sends it. */
const photograph = (desk: CaseDesk, id: string) =>
  desk.city.store.transaction(SUO, (tx) =>
    writeCaseStep(tx, id, { at: desk.now(), actor: desk.as.crew.id, kind: 'case-photo-added', reason: null }, (of) => ({
      ...of,
      photos: [
        ...of.photos,
        { id: desk.now(), phase: 'after', addedAt: desk.now(), by: desk.as.crew.id, warnings: [] },
      ],
    })),
  )

const ILLEGAL_BUILDING = { code: '06001', kind: 'matter', problem: '私搭乱建' }
const MISSING_COVER = { code: '01003', kind: 'component', problem: '雨水井盖缺失' }

onEachEngine((_, engine) => {
  test('illegal building: stop in 4 hours, penalty in 7 days, demolition in 20 run as three clocks of one case', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive(ILLEGAL_BUILDING)
    const filed = clocksOf(await takeTo(desk, id, 'file', { file: { conditionId: 'illegal-building' } }))
    // Filed on Wednesday 6 May 2026 at 09:00; 3 working hours to noon, 1 behind 14:00. Saturday 9 May is worked for the May holidays.
    expect(filed.stop?.dueAt).toBe('2026-05-06T07:00:00.000Z')
    expect(filed.penalty?.dueAt).toBe('2026-05-14T01:00:00.000Z')
    expect(filed.demolish?.dueAt).toBe('2026-06-02T01:00:00.000Z')
    await desk.act(id, 'dispatch', { crewId: 'crew-1' })
    await desk.act(id, 'take')
    await desk.later(60)
    const stopped = clocksOf(await desk.act(id, 'finish-stage', { stage: 'stop', words: '已停工' }))
    expect(stopped.stop?.endedAt).toBe(desk.now())
    expect([stopped.penalty?.endedAt, stopped.demolish?.endedAt]).toEqual([null, null])
    expect(await desk.refused(id, 'finish-stage', { stage: 'stop' }, 'crew')).toEqual([400, 'no-such-stage'])
    await photograph(desk, id)
    const done = await desk.act(id, 'feed-back', { outcome: 'cleared', words: '已拆除' })
    expect(done).toMatchObject({ status: 'handled' })
    expect(clocksOf(done).demolish?.endedAt).toBe(desk.now())
  })

  test('a missing cover starts a 30-minute sign clock and a 24-hour replacement clock, day or night', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive(MISSING_COVER)
    await desk.later(12 * 60)
    const filed = await takeTo(desk, id, 'file', { file: { conditionId: 'cover-hazard' } })
    const { sign, replace, dispatch } = clocksOf(filed)
    expect(filed).toMatchObject({ urgency: 'emergency', light: 'emergency' })
    expect(sign?.dueAt).toBe('2026-05-06T13:30:00.000Z')
    expect(replace?.dueAt).toBe('2026-05-07T13:00:00.000Z')
    expect(Date.parse(dispatch?.dueAt ?? '')).toBeLessThan(Date.parse('2026-05-06T14:00:00Z'))
    expect(await desk.act(id, 'acknowledge', {}, 'commander')).toMatchObject({ acknowledgedAt: desk.now() })
    expect(await desk.refused(id, 'acknowledge', {}, 'supervisor')).toEqual([409, 'acknowledged'])
  })

  test('a failed check sends the crew again, counts one rework and keeps the first clock', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive()
    await takeTo(desk, id, 'ask-verification')
    await desk.later(20)
    const failed = await desk.act(id, 'fail', { reason: '仍有噪声' })
    expect(failed).toMatchObject({
      status: 'dispatched',
      reworks: 1,
      crewId: 'crew-1',
      handledAt: null,
      outcome: 'none',
    })
    const { handle, 'handle#2': again } = clocksOf(failed)
    expect(handle?.endedAt).not.toBeNull()
    expect(again?.endedAt).toBeNull()
    expect(Date.parse(again?.dueAt ?? '')).toBe(Date.parse(desk.now()) + 3_600_000)
    await desk.act(id, 'take')
    await desk.act(id, 'feed-back', { outcome: 'persuaded', words: '停了' })
    await desk.act(id, 'ask-verification')
    await desk.act(id, 'pass')
    expect(await desk.act(id, 'close')).toMatchObject({ status: 'closed', reworks: 1 })
    const { steps } = await desk.as.auditor.json(`/api/cases/${id}/timeline`)
    const rework = steps.find(({ kind }: { kind: string }) => kind === 'case-reworked')
    expect(rework.clocks.map((change: { after: { id: string } }) => change.after.id)).toEqual(['verify', 'handle#2'])
  })

  test('more time is nothing until another person approves it; declined, the due time is the same', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive()
    const before = clocksOf(await takeTo(desk, id, 'take')).handle
    const ask = { longer: { value: 2, unit: 'hour' }, reason: '下雨' }
    const asked = await desk.act(id, 'request-extension', ask, 'supervisor')
    expect([clocksOf(asked).handle, asked.extensions]).toEqual([before, 0])
    expect(await desk.refused(id, 'approve', {}, 'supervisor')).toEqual([403, 'own-request'])
    expect(await desk.refused(id, 'approve', {}, 'crew')).toEqual([403, 'wrong-role'])
    expect(await desk.refused(id, 'request-void', { reason: '误报' }, 'crew')).toEqual([409, 'request-pending'])
    const declined = await desk.act(id, 'decline', { reason: '雨已停' }, 'duty-lead')
    expect([clocksOf(declined).handle, declined.request]).toEqual([before, null])
    await desk.act(id, 'request-extension', ask)
    const approved = await desk.act(id, 'approve')
    expect(Date.parse(clocksOf(approved).handle?.dueAt ?? '') - Date.parse(before?.dueAt ?? '')).toBe(2 * 3_600_000)
    expect(approved).toMatchObject({ extensions: 1, request: null, status: 'handling' })
    const wrong = { longer: { value: 1, unit: 'work-day' }, reason: '雨' }
    expect(await desk.refused(id, 'request-extension', wrong, 'crew')).toEqual([400, 'other-unit'])
  })

  test('挂账: the clocks stand still from the approval and run on with what was left', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive()
    await takeTo(desk, id, 'take')
    await desk.later(10)
    await desk.act(id, 'request-suspension', { reason: '等材料' })
    const still = await desk.act(id, 'approve')
    expect(still).toMatchObject({ status: 'suspended', before: 'handling', suspensions: 1, light: 'unknown' })
    expect(clocksOf(still).handle).toMatchObject({ dueAt: null, pausedAt: desk.now() })
    await desk.later(24 * 60)
    const on = await desk.act(id, 'resume', {}, 'supervisor')
    expect([on.status, on.before]).toEqual(['handling', null])
    expect(Date.parse(clocksOf(on).handle?.dueAt ?? '')).toBe(Date.parse(desk.now()) + 50 * 60_000)
  })

  test('作废 by another: it ends with its clocks; a pending request does not outlive its crew', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive()
    await takeTo(desk, id, 'dispatch')
    await desk.act(id, 'request-void', { reason: '误报' })
    expect(await desk.act(id, 'reassign', { crewId: 'crew-2', reason: '顺路' })).toMatchObject({
      ...{ request: null, crewId: 'crew-2', contractor: 'third-party' },
    })
    await desk.act(id, 'request-void', { reason: '误报' }, 'supervisor')
    const done = await desk.act(id, 'approve', {}, 'duty-lead')
    expect(done).toMatchObject({ status: 'void', light: 'normal' })
    expect(done.clocks.every(({ endedAt }) => endedAt !== null)).toBe(true)
  })

  test('what asks for a photo of after is not handled without one, and after a failed check not with the old one', async () => {
    const desk = await caseDesk(engine)
    const { id } = await desk.receive({ code: '01037', kind: 'matter', problem: '路灯不亮' })
    await takeTo(desk, id, 'take', { file: { conditionId: 'lamp-fault' } })
    const done = { outcome: 'repaired', words: '换了灯头' }
    expect(await desk.refused(id, 'feed-back', done, 'crew')).toEqual([409, 'photo-missing'])
    await photograph(desk, id)
    await desk.act(id, 'feed-back', done)
    await desk.act(id, 'ask-verification')
    await desk.later(5)
    await desk.act(id, 'fail', { reason: '仍不亮' })
    await desk.act(id, 'take')
    expect(await desk.refused(id, 'feed-back', done, 'crew')).toEqual([409, 'photo-missing'])
    await photograph(desk, id)
    await desk.act(id, 'feed-back', done)
  })
})
