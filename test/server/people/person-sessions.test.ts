import { expect, test } from 'vitest'
import { testCity } from '../../support/test-city.ts'

interface Sessions {
  sessions: { id: string; means: string; current: boolean }[]
}

test('an admin sees where somebody is signed in and ends it; the log says who did', async () => {
  const city = await testCity({ settings: { guests: 'none' } })
  const [admin, planner] = [await city.as('admin'), await city.as('planner')]
  const id = planner.id.replace('person:', '')
  const { sessions }: Sessions = await admin.json(`/api/people/${id}/sessions`)
  expect(sessions).toMatchObject([{ means: 'link', current: false }])
  const path = `/api/people/${id}/sessions/${sessions[0]?.id}`
  expect((await admin.delete(path)).status).toBe(204)
  expect((await planner.get('/api/layers')).status).toBe(401)
  expect(await admin.json(`/api/people/${id}/sessions`)).toEqual({ sessions: [] })
  expect(await admin.problem(admin.delete(path))).toMatchObject({ status: 404, code: 'unknown-session' })
  const rows = await city.store.db.selectFrom('log').selectAll().where('entity_id', '=', id).execute()
  expect(rows.at(-1)).toMatchObject({ kind: 'person-signed-out', actor: admin.id })
})

test('an auditor looks and ends nothing; others do not look', async () => {
  const city = await testCity()
  const [auditor, planner] = [await city.as('auditor'), await city.as('planner')]
  const path = `/api/people/${planner.id.replace('person:', '')}/sessions`
  const { sessions }: Sessions = await auditor.json(path)
  expect((await auditor.delete(`${path}/${sessions[0]?.id}`)).status).toBe(403)
  expect((await planner.get(path)).status).toBe(403)
  expect(await auditor.refusal('/api/people/nobody/sessions')).toMatchObject({ status: 404, code: 'unknown-person' })
})

test('nobody is signed out through another person’s address', async () => {
  const city = await testCity()
  const [admin, planner, acceptor] = [await city.as('admin'), await city.as('planner'), await city.as('acceptor')]
  const of = (who: string) => `/api/people/${who.replace('person:', '')}/sessions`
  const { sessions }: Sessions = await admin.json(of(planner.id))
  expect((await admin.delete(`${of(acceptor.id)}/${sessions[0]?.id}`)).status).toBe(404)
  expect((await planner.get('/api/me/sessions')).status).toBe(200)
})

test('the list of walls says when each was heard last', async () => {
  const city = await testCity()
  const [admin, wall] = [await city.as('admin'), await city.as('screen')]
  await wall.get('/api/me')
  const { screens } = await admin.json('/api/screens')
  expect(screens).toMatchObject([{ id: wall.id.replace('screen:', ''), seenAt: expect.stringMatching(/^2026-05-01/) }])
})
