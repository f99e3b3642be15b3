import { expect, test } from 'vitest'
import { historyOf } from '../../../server/store/read-log.ts'
import { alarms, NO_ALARMS } from '../../../web/live/alarms.ts'
import type { LiveNews } from '../../../web/live/live-news.ts'
import { caseDesk } from '../../support/case-desk.ts'
import type { Client } from '../../support/client.ts'
import { SUO } from '../../support/entries.ts'
import { readLive } from '../../support/read-live.ts'

const SOON_MS = 2_000

/** A screen: what it shows and how often it has rung. */
async function screen(who: Client, topics: string) {
  const stream = readLive(await who.get(`/api/live?topics=${topics}`))
  await stream.next('picture')
  const look = () => {
    let [state, rung] = [NO_ALARMS, 0]
    for (const { event, data } of stream.events) {
      state = alarms(state, { event, data } as LiveNews)
      rung += state.ring.length
    }
    return { open: state.open.length, rung }
  }
  return { look }
}

test('one emergency sounds once on each of three screens, and who acknowledges it on one clears all within 2 s', async () => {
  const desk = await caseDesk()
  const screens = [
    await screen(desk.as.supervisor, 'cases,alarms'),
    await screen(desk.as.commander, 'alarms'),
    await screen(await desk.another('screen'), 'alarms'),
  ]
  const all = () => screens.map(({ look }) => look())
  const { id } = await desk.receive()
  await desk.act(id, 'escalate', { reason: '现场有明火' }, 'supervisor')
  await expect.poll(all, { timeout: SOON_MS }).toEqual(screens.map(() => ({ open: 1, rung: 1 })))

  await desk.act(id, 'acknowledge', {}, 'commander')
  await expect.poll(all, { timeout: SOON_MS }).toEqual(screens.map(() => ({ open: 0, rung: 1 })))

  const [last] = await historyOf(desk.city.store.db, { city: SUO, entity: 'case', entityId: id })
  expect(last).toMatchObject({ kind: 'case-acknowledged', actor: desk.as.commander.id })
  expect(last?.after).toMatchObject({ acknowledgedBy: desk.as.commander.id })
})

test('who acknowledges second is told who was first', async () => {
  const desk = await caseDesk()
  const { id } = await desk.receive()
  await desk.act(id, 'escalate', { reason: '现场有明火' }, 'supervisor')
  const acks = await Promise.all(
    (['supervisor', 'commander', 'duty-lead'] as const).map((role) =>
      desk.as[role].post(`/api/cases/${id}/actions/acknowledge`, {}),
    ),
  )
  expect(acks.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  const late = acks.find(({ status }) => status === 409)
  expect(await late?.json()).toMatchObject({ code: 'acknowledged', last: { kind: 'case-acknowledged' } })
})
