import { expect, test } from 'vitest'
import { testCity } from '../../support/test-city.ts'

const NEW = { login: 'ciren', name: '次仁', roles: ['inspector'] }

test('an admin adds a person, changes them as they were seen, and the log says who did', async () => {
  const city = await testCity()
  const admin = await city.as('admin')
  const added = await admin.post('/api/people', NEW)
  expect(added.status).toBe(201)
  const person = (await added.json()) as { id: string }
  expect(person).toMatchObject({ ...NEW, demo: false, disabledAt: null, scope: { areas: ['540626'], crewId: null } })
  const seen = added.headers.get('ETag') ?? ''
  const path = `/api/people/${person.id}`
  const changed = await admin.patch(path, { roles: ['inspector', 'acceptor'] }, { 'If-Match': seen })
  expect(await changed.json()).toMatchObject({ roles: ['acceptor', 'inspector'] })
  const stale = await admin.patch(path, { name: '次仁二' }, { 'If-Match': seen })
  expect([stale.status, stale.headers.get('ETag')]).toEqual([412, changed.headers.get('ETag')])
  expect((await admin.patch(path, { name: '次仁二' })).status).toBe(428)
  const rows = await city.store.db.selectFrom('log').selectAll().where('entity_id', '=', person.id).execute()
  expect(rows.map(({ kind, actor }) => [kind, actor])).toEqual([
    ['person-added', admin.id],
    ['person-changed', admin.id],
  ])
})

test('nobody is admin and auditor, at adding or at changing', async () => {
  const admin = await (await testCity()).as('admin')
  const refused = await admin.problem(admin.post('/api/people', { ...NEW, roles: ['admin', 'auditor'] }))
  expect(refused).toMatchObject({ status: 400, code: 'bad-roles' })
  const { id } = (await (await admin.post('/api/people', NEW)).json()) as { id: string }
  const changed = admin.patch(`/api/people/${id}`, { roles: ['auditor', 'admin'] }, { 'If-Match': '*' })
  expect(await admin.problem(changed)).toMatchObject({ status: 400, code: 'bad-roles' })
})

test('a login name is one person, whatever its capitals', async () => {
  const admin = await (await testCity()).as('admin')
  await admin.post('/api/people', NEW)
  expect(await admin.problem(admin.post('/api/people', { ...NEW, login: 'CiRen ' }))).toMatchObject({
    ...{ status: 409, code: 'login-taken' },
  })
})

test('who is shut out is out at once, and comes back with a new link', async () => {
  const city = await testCity({ settings: { guests: 'none' } })
  const [admin, planner] = [await city.as('admin'), await city.as('planner')]
  const path = `/api/people/${planner.id.replace('person:', '')}`
  expect((await planner.get('/api/layers')).status).toBe(200)
  const shut = await admin.patch(path, { disabled: true }, { 'If-Match': '*' })
  expect(((await shut.json()) as { disabledAt: string }).disabledAt).toBeTruthy()
  expect((await planner.get('/api/layers')).status).toBe(401)
  expect(await admin.problem(admin.post(`${path}/links`))).toMatchObject({ status: 409, code: 'person-disabled' })
  await admin.patch(path, { disabled: false }, { 'If-Match': '*' })
  expect((await planner.get('/api/layers')).status).toBe(401)
  expect((await admin.post(`${path}/links`)).status).toBe(201)
})

test('the last admin stays admin', async () => {
  const city = await testCity()
  const admin = await city.as('admin')
  const path = `/api/people/${admin.id.replace('person:', '')}`
  for (const patch of [{ disabled: true }, { roles: ['planner'] }])
    expect(await admin.problem(admin.patch(path, patch, { 'If-Match': '*' }))).toMatchObject({ code: 'last-admin' })
  await city.as('admin')
  expect((await admin.patch(path, { roles: ['planner'] }, { 'If-Match': '*' })).status).toBe(200)
  expect(await admin.refusal('/api/people')).toMatchObject({ status: 403, code: 'not-allowed' })
})

test('the same request under its key adds one person', async () => {
  const admin = await (await testCity()).as('admin')
  const once = () => admin.post('/api/people', NEW, { 'Idempotency-Key': 'a-key' })
  const [first, second] = [await (await once()).json(), await (await once()).json()]
  expect(second).toEqual(first)
})

test('people come in pages, by login name', async () => {
  const admin = await (await testCity()).as('admin')
  for (const login of ['dawa', 'basang', 'awang']) await admin.post('/api/people', { ...NEW, login })
  const logins: string[] = []
  for (let cursor = ''; ; ) {
    const page = await admin.json(`/api/people?limit=2${cursor}`)
    logins.push(...page.people.map(({ login }: { login: string }) => login))
    if (!page.next) break
    cursor = `&cursor=${page.next}`
  }
  expect(logins.slice(0, 3)).toEqual(['awang', 'basang', 'dawa'])
  expect(logins).toHaveLength(4)
})

test('a session is ended from another place by its own person alone', async () => {
  const city = await testCity()
  const [one, other] = [await city.as('planner'), await city.as('planner')]
  const { sessions } = await one.json('/api/me/sessions')
  expect((await other.delete(`/api/me/sessions/${sessions[0].id}`)).status).toBe(404)
  expect((await one.delete(`/api/me/sessions/${sessions[0].id}`)).status).toBe(204)
  expect((await one.get('/api/me/sessions')).status).toBe(401)
})
