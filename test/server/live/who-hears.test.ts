import { expect, test } from 'vitest'
import { recordCases } from '../../../server/cases/record-cases.ts'
import type { Case } from '../../../server/contract/case.ts'
import { SUBJECT_OF, Topic } from '../../../server/contract/live.ts'
import { PERMISSIONS } from '../../../server/contract/permission.ts'
import { Role } from '../../../server/contract/role.ts'
import type { Client } from '../../support/client.ts'
import { by, SUO } from '../../support/entries.ts'
import { readLive } from '../../support/read-live.ts'
import { complaint, lamp, type TestCity, testCity } from '../../support/test-city.ts'

const EAST = '540626100001001'
const WEST = '540626200001001'

const say = (city: TestCity, ...states: Case[]) =>
  city.store.transaction(SUO, (tx) =>
    recordCases(
      tx,
      states.map((after) => ({ at: after.receivedAt, kind: 'case-changed', entityId: after.id, after })),
      by(),
    ),
  )

async function listen(who: Client, query = '') {
  const response = await who.get(`/api/live${query}`)
  expect(response.status).toBe(200)
  const stream = readLive(response)
  return { ...stream, picture: query.includes('since') ? undefined : (await stream.next('picture')).data }
}

/** What a stream told of cases, as `case id`, or `case -id` for one that has gone. */
const told = ({ events }: Awaited<ReturnType<typeof listen>>): string[] =>
  events.flatMap(({ event, data }) => {
    if (data.entity !== 'case') return []
    return event === 'gone' ? `-${data.entityId}` : data.entityId
  })

test('a case of another area, contractor or crew is never told, and one that goes there is told to be gone', async () => {
  const at = (n: number, of: Partial<Case>) => complaint(n, { unitGrid: EAST, ...of })
  const city = await testCity({ cases: [at(1, {}), at(2, { unitGrid: WEST })] })
  const east = await listen(await city.as('inspector', { areas: ['540626100'] }))
  const hired = await listen(await city.as('supervisor', { contractor: 'road-co' }))
  const crew = await listen(await city.as('crew', { crewId: 'crew-7' }))
  const all = await listen(await city.as('supervisor'))
  expect([east.picture.cases.open, hired.picture.cases.open, all.picture.cases.open]).toEqual([1, 0, 2])

  await say(city, at(3, { unitGrid: WEST }), at(4, {}), at(5, { contractor: 'road-co', crewId: 'crew-7' }))
  await say(city, at(5, { contractor: 'road-co', crewId: 'crew-8' }), at(4, { unitGrid: WEST }))
  await say(city, at(5, { contractor: 'lamp-co', crewId: 'crew-9', unitGrid: null }))
  await expect.poll(() => told(all)).toEqual(['3', '4', '5', '5', '4', '5'].map(idOf))
  expect(told(east)).toEqual([...['4', '5', '5'].map(idOf), `-${idOf('4')}`, `-${idOf('5')}`])
  expect(told(hired)).toEqual([idOf('5'), idOf('5'), `-${idOf('5')}`])
  expect(told(crew)).toEqual([idOf('5'), `-${idOf('5')}`])
  const [first, second] = hired.events.filter(({ event }) => event === 'change')
  expect([first?.data.was, second?.data.was]).toEqual([null, 'received'])
})

test('who comes back hears the same of others’ cases as who stayed: nothing', async () => {
  const at = (n: number, of: Partial<Case>) => complaint(n, { unitGrid: EAST, ...of })
  for (const recent of [4, 4_096]) {
    const city = await testCity({ cases: [at(1, {}), at(2, {})], live: { recent } })
    const { seq } = await city.store.head(SUO)
    const inspector = await city.as('inspector', { areas: ['540626100'] })
    await say(city, at(3, { unitGrid: WEST }), at(1, { unitGrid: WEST }), at(1, { unitGrid: WEST, status: 'filed' }))
    for (let n = 1; n < 20; n++) await city.change({ changed: [lamp(n, { status: 'off' })] })
    await say(city, at(2, { unitGrid: WEST }), at(2, {}))
    const stream = await listen(inspector, `?since=${seq}&topics=cases`)
    await expect.poll(() => told(stream)).toEqual([`-${idOf('1')}`, `-${idOf('2')}`, idOf('2')])
  }
})

test('a listener to alarms hears of emergencies alone, and when one is no longer', async () => {
  const city = await testCity({ cases: [complaint(1, { urgency: 'emergency' })] })
  const wall = await listen(city.guest, '?topics=alarms')
  expect([wall.picture.emergencies.length, wall.picture.cases]).toEqual([1, undefined])
  await say(city, complaint(2), complaint(3, { urgency: 'emergency' }), complaint(1, { urgency: 'ordinary' }))
  await expect.poll(() => told(wall)).toEqual([idOf('3'), `-${idOf('1')}`])
})

test('every role may listen to what it may read, and to nothing else; without topics it hears all of that', async () => {
  const city = await testCity()
  for (const role of Role.options) {
    const who = await city.as(role)
    const mine = Topic.options.filter((topic) => PERMISSIONS[SUBJECT_OF[topic]].read.includes(role))
    for (const topic of Topic.options) {
      const answer = await who.get(`/api/live?topics=${topic}`)
      expect(answer.status, `${role} ${topic}`).toBe(mine.includes(topic) ? 200 : 403)
      await answer.body?.cancel()
    }
    const stream = await listen(who)
    expect(stream.picture.topics.toSorted()).toEqual(mine.toSorted())
    await stream.leave()
  }
})

test('where guests may read nothing they hear nothing', async () => {
  const city = await testCity({ settings: { guests: 'none' } })
  expect((await city.get('/api/live')).status).toBe(401)
  expect((await city.get('/api/live?topics=assets')).status).toBe(401)
  const demo = await testCity()
  expect((await demo.get('/api/live?topics=rules')).status).toBe(401)
})

test('places and changes of crews are for those who may know of that crew, and places pass without an id', async () => {
  const city = await testCity()
  const crew = (id: string, contractor: string | null) => ({ id, contractor, areas: ['540626100'] })
  const [ours, hired] = [crew('crew-1', null), crew('crew-2', 'road-co')]
  const all = await listen(await city.as('supervisor'))
  const lead = await listen(await city.as('duty-lead', { contractor: 'road-co' }))
  const west = await listen(await city.as('duty-lead', { areas: ['540626200'] }))
  const guest = await listen(city.guest)
  for (const { id } of [ours, hired]) {
    const at = '2026-05-01T12:00:00+08:00'
    city.live.pass({ crewId: id, at, location: [93.78, 31.88] }, id === 'crew-1' ? ours : hired)
  }
  await city.store.transaction(SUO, (tx) =>
    tx.append(
      [ours, hired].map((after) => ({
        ...{ at: '2026-05-01T12:00:00+08:00', actor: 'person:test', kind: 'crew-changed', entity: 'crew' as const },
        ...{ entityId: after.id, after, reason: null },
      })),
    ),
  )
  const heard = ({ events }: Awaited<ReturnType<typeof listen>>) =>
    events.flatMap(({ event, id, data }) =>
      event === 'picture' ? [] : [[event, id === undefined, data.crewId ?? data.entityId]],
    )
  await expect
    .poll(() => heard(all))
    .toEqual([
      ...[
        ['position', true, 'crew-1'],
        ['position', true, 'crew-2'],
        ['change', false, 'crew-1'],
        ['change', false, 'crew-2'],
      ],
    ])
  expect(heard(lead)).toEqual([
    ['position', true, 'crew-2'],
    ['change', false, 'crew-2'],
  ])
  expect(heard(west)).toEqual([])
  expect(heard(guest)).toEqual([
    ['change', false, 'crew-1'],
    ['change', false, 'crew-2'],
  ])
})

const idOf = (n: string): string => `case-${n.padStart(4, '0')}`
