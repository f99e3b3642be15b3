import { expect, test } from 'vitest'
import { Clock } from '../../../server/contract/clock.ts'
import { Handover } from '../../../server/contract/handover.ts'
import type { Client } from '../../support/client.ts'
import { SUO } from '../../support/entries.ts'
import { complaint, NOW, testCity } from '../../support/test-city.ts'

const at = (minutes: number): string => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()
const clock = (warn: number, due: number) => [
  Clock.parse({
    ...{ id: 'handle', stage: 'handle', ruleId: 'lamp', ruleVersion: 1, limit: { value: 2, unit: 'hour' } },
    ...{ limitMinutes: 120, startedAt: at(due - 120), warnAt: at(warn), dueAt: at(due), endedAt: null, pausedAt: null },
    usedMinutes: 0,
  }),
]
const SHIFT = [
  complaint(1, { status: 'filed', clocks: clock(10, 60) }), //            green
  complaint(2, { status: 'handling', clocks: clock(-10, 25), crewId: 'crew-1' }), // yellow
  complaint(3, { status: 'filed', clocks: clock(-100, -61) }), //         red
  complaint(4, { status: 'filed', clocks: clock(-500, -300) }), //        redder
  complaint(5, { status: 'closed', clocks: clock(-500, -300) }),
  complaint(6, { urgency: 'emergency', status: 'filed', clocks: clock(10, 60) }),
  complaint(7, { urgency: 'emergency', status: 'filed', acknowledgedAt: at(-5) }),
]

async function newDesk() {
  const city = await testCity({ cases: SHIFT })
  const [giver, taker] = [await city.as('supervisor'), await city.as('duty-lead')]
  const open = async (who: Client, of: object = {}) => {
    const opened = await who.post('/api/handovers', of)
    expect(opened.status).toBe(201)
    return { etag: opened.headers.get('ETag') ?? '', handover: Handover.parse(await opened.json()) }
  }
  const sign = (who: Client, id: string, as: 'giver' | 'taker', ifMatch = '*') =>
    who.post(`/api/handovers/${id}/sign`, { as }, { 'If-Match': ifMatch })
  return { city, giver, taker, open, sign }
}

test('a handover lists what is red and yellow with the time left, and the emergencies nobody has acknowledged', async () => {
  const { giver, open } = await newDesk()
  const { handover } = await open(giver)
  const { picture } = handover
  expect([picture.late, picture.due]).toEqual([2, 1])
  expect(picture.cases.map(({ id, light, minutesLeft }) => [id, light, minutesLeft])).toEqual([
    ['case-0004', 'late', -300],
    ['case-0003', 'late', -61],
    ['case-0002', 'due', 25],
  ])
  expect(picture.emergencies.map(({ id }) => id)).toEqual(['case-0006'])
  expect(handover).toMatchObject({ openedBy: giver.id, giver: null, taker: null, scope: { areas: [SUO] } })
})

test('both shifts sign, one after the other and not one person twice; both are stored and in the log', async () => {
  const { city, giver, taker, open, sign } = await newDesk()
  const promised = [{ caseNumber: '20260101-0003', dueAt: at(90), words: '回电告知到场时间' }]
  const { handover, etag } = await open(giver, { notes: '东段路灯抢修未完。', promised })
  const { id } = handover
  expect((await sign(giver, id, 'giver')).status).toBe(200)
  expect((await giver.problem(sign(giver, id, 'taker'))).code).toBe('own-handover')
  expect((await sign(taker, id, 'taker', etag)).status).toBe(412)
  expect((await sign(taker, id, 'taker')).status).toBe(200)
  const stored = Handover.parse(await taker.json(`/api/handovers/${id}`))
  expect(stored).toMatchObject({ notes: '东段路灯抢修未完。', promised })
  expect([stored.giver?.by, stored.taker?.by]).toEqual([giver.id, taker.id])
  expect(stored.picture).toEqual(handover.picture)
  const log = (await city.store.readLog({ city: SUO, after: 0 })).filter(({ entity }) => entity === 'handover')
  expect(log.map(({ kind, actor }) => [kind, actor])).toEqual([
    ['handover-opened', giver.id],
    ['handover-given', giver.id],
    ['handover-taken', taker.id],
  ])
  expect(log.at(-1)?.after).toEqual(stored)
})

test('what is signed is changed by nobody, and who comes second is told who signed', async () => {
  const { city, giver, taker, open, sign } = await newDesk()
  const { id } = (await open(giver)).handover
  expect((await taker.problem(sign(taker, id, 'taker'))).code).toBe('not-given')
  const both = await Promise.all([sign(giver, id, 'giver'), sign(taker, id, 'giver')])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  const third = await city.as('supervisor')
  const again = await sign(third, id, 'giver')
  expect(again.status).toBe(409)
  expect(await again.json()).toMatchObject({ code: 'signed', last: { kind: 'handover-signed', at: at(0) } })
  const changed = await third.patch(`/api/handovers/${id}`, { notes: '改' }, { 'If-Match': '*' })
  expect(await changed.json()).toMatchObject({ status: 409, code: 'signed' })
  expect((await sign(third, id, 'taker')).status).toBe(200)
  expect((await sign(await city.as('supervisor'), id, 'taker')).status).toBe(409)
})

test('a draft is changed by who saw it, and lists its cases anew when asked', async () => {
  const { giver, open } = await newDesk()
  const { handover, etag } = await open(giver)
  const path = `/api/handovers/${handover.id}`
  const first = await giver.patch(path, { notes: '一' }, { 'If-Match': etag })
  expect(await first.json()).toMatchObject({ notes: '一', picture: handover.picture })
  expect((await giver.patch(path, { notes: '二' }, { 'If-Match': etag })).status).toBe(412)
  await giver.post('/api/cases/case-0006/actions/acknowledge', {})
  const again = await giver.patch(path, { refresh: true }, { 'If-Match': first.headers.get('ETag') ?? '' })
  expect(await again.json()).toMatchObject({ notes: '一', picture: { emergencies: [] } })
  expect((await giver.patch(path, {}, { 'If-Match': '*' })).status).toBe(400)
})

test('no phone number goes into a note', async () => {
  const { giver } = await newDesk()
  for (const notes of ['请回电 13800001111', '0896-1234567 找', '138 0000 1111', '0896 12345678'])
    expect(await giver.problem(giver.post('/api/handovers', { notes }))).toMatchObject({
      ...{ status: 400, parameter: 'notes' },
    })
  for (const notes of ['案件 20260101-0003，第 12 号', '540626010370000123 号灯'])
    expect((await giver.post('/api/handovers', { notes })).status).toBe(201)
})

test('handovers are for those posts, and of another part of the city there are none', async () => {
  const { city, giver, open } = await newDesk()
  const { handover } = await open(giver)
  const street = await city.as('supervisor', { areas: ['540626100'] })
  const mine = await open(street)
  expect(mine.handover.picture.cases).toEqual([])
  expect((await street.json('/api/handovers')).handovers).toMatchObject([{ id: mine.handover.id }])
  expect((await street.refusal(`/api/handovers/${handover.id}`)).status).toBe(404)
  expect((await street.post(`/api/handovers/${handover.id}/sign`, { as: 'giver' }, { 'If-Match': '*' })).status).toBe(
    404,
  )
  expect((await (await city.as('auditor')).json('/api/handovers')).handovers).toHaveLength(2)
  expect((await (await city.as('commander')).post('/api/handovers', {})).status).toBe(403)
  expect((await (await city.as('planner')).refusal('/api/handovers')).status).toBe(403)
})

test('the past is read in pages, the newest first', async () => {
  let minutes = 0
  const city = await testCity({ now: () => new Date(at(minutes)) })
  const who = await city.as('supervisor')
  const opened: string[] = []
  for (; minutes < 5; minutes++) opened.unshift(((await (await who.post('/api/handovers', {})).json()) as Handover).id)
  const read: string[] = []
  for (let cursor = ''; ; ) {
    const { handovers, next } = await who.json(`/api/handovers?limit=2${cursor}`)
    read.push(...handovers.map(({ id }: Handover) => id))
    if (next === null) break
    cursor = `&cursor=${next}`
  }
  expect(read).toEqual(opened)
})
