import { expect, test } from 'vitest'
import type { Client } from '../../support/client.ts'
import { NOW, testCity } from '../../support/test-city.ts'

const LAMP = '/api/rules/conditions/lamp-fault'

/** What an admin sends back: the row without what the store gives it. */
async function draftOf(admin: Client, path = LAMP) {
  const { id: _id, version: _version, validFrom: _from, ...draft } = (await admin.json(path)).condition
  return draft
}
const inHours = (value: number) => [
  { id: 'handle', action: { zh: '修复', en: 'Repair' }, limit: { value, unit: 'hour' } },
]
const put = (admin: Client, path: string, body: unknown, headers: Record<string, string> = {}) =>
  admin.request('PUT', path, body, headers)

test('everybody who is signed in reads the conditions; a guest does not', async () => {
  const city = await testCity()
  const { conditions } = await (await city.as('crew')).json('/api/rules/conditions')
  expect(conditions.length).toBeGreaterThan(40)
  expect((await city.get('/api/rules/conditions')).status).toBe(401)
})

test('those that a case can be filed under come likeliest first', async () => {
  const lead = await (await testCity()).as('duty-lead')
  const { conditions } = await lead.json('/api/rules/conditions?kind=component&code=01037')
  expect(conditions.map(({ id }: { id: string }) => id)).toEqual([
    ...[
      'lamp-fault',
      'lamp-serious',
      'lamp-danger',
      'lamp-row-dark',
      'general-component',
      'general-component-emergency',
    ],
  ])
  expect((await lead.refusal('/api/rules/conditions?code=01037')).code).toBe('missing-parameter')
})

test('only an admin changes a rule, and only from the product’s own pages', async () => {
  const city = await testCity()
  const admin = await city.as('admin')
  const draft = await draftOf(admin)
  for (const role of ['duty-lead', 'commander', 'auditor'] as const)
    expect((await put(await city.as(role), LAMP, draft, { 'If-Match': '"1"' })).status, role).toBe(403)
  const foreign = await put(admin, LAMP, draft, { 'If-Match': '"1"', Origin: 'https://elsewhere.example' })
  expect(foreign.status).toBe(403)
  expect((await admin.json(LAMP)).versions).toHaveLength(1)
})

test('a change is a new version in force from now on, with its row in the log', async () => {
  const city = await testCity()
  const admin = await city.as('admin')
  const draft = { ...(await draftOf(admin)), stages: inHours(12) }
  const answer = await put(admin, `${LAMP}?reason=${encodeURIComponent('冬季')}`, draft, { 'If-Match': '"1"' })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('ETag')).toBe('"2"')
  expect(await answer.json()).toMatchObject({ id: 'lamp-fault', version: 2, validFrom: new Date(NOW).toISOString() })
  const { condition, versions } = await admin.json(LAMP)
  expect(condition.stages).toEqual(inHours(12))
  expect(versions.map(({ version }: { version: number }) => version)).toEqual([1, 2])
  const [row] = (await city.store.readLog({ city: '540626', after: 0, limit: 1_000 })).slice(-1)
  expect(row).toMatchObject({
    ...{ actor: admin.id, kind: 'condition-changed', entity: 'rule', entityId: 'condition:lamp-fault', reason: '冬季' },
    after: { kind: 'condition', rule: { id: 'lamp-fault', version: 2 } },
  })
  expect(String(row?.seq)).toBe(answer.headers.get('Log-Seq'))
})

test('two admins who change the same version: the second is told, and nothing of it is done', async () => {
  const city = await testCity()
  const [one, other] = [await city.as('admin'), await city.as('admin')]
  const draft = await draftOf(one)
  const send = (who: Client, value: number) =>
    put(who, LAMP, { ...draft, stages: inHours(value) }, { 'If-Match': '"1"' })
  const statuses = (await Promise.all([send(one, 12), send(other, 36)])).map(({ status }) => status)
  expect(statuses.toSorted()).toEqual([200, 412])
  expect((await one.json(LAMP)).versions).toHaveLength(2)
  const late = await send(other, 36)
  expect(late.headers.get('ETag')).toBe('"2"')
  expect((await other.problem(late)).code).toBe('stale')
})

test('a change without If-Match is refused, a new rule needs none', async () => {
  const admin = await (await testCity()).as('admin')
  const draft = await draftOf(admin)
  expect((await put(admin, LAMP, draft)).status).toBe(428)
  const added = await put(admin, '/api/rules/conditions/lamp-festival', draft)
  expect(await added.json()).toMatchObject({ id: 'lamp-festival', version: 1 })
  expect((await put(admin, '/api/rules/conditions/other-new', draft, { 'If-Match': '"1"' })).status).toBe(412)
  expect((await put(admin, '/api/rules/conditions/lamp-festival', draft)).status).toBe(428)
})

test('a rule put as it is makes no version and no row', async () => {
  const city = await testCity()
  const admin = await city.as('admin')
  const { seq } = await city.store.head('540626')
  const answer = await put(admin, LAMP, await draftOf(admin), { 'If-Match': '*' })
  expect([answer.status, answer.headers.get('ETag')]).toEqual([200, '"1"'])
  expect((await city.store.head('540626')).seq).toBe(seq)
})

test('the same change sent twice under one key is one version', async () => {
  const admin = await (await testCity()).as('admin')
  const draft = { ...(await draftOf(admin)), stages: inHours(12) }
  const headers = { 'If-Match': '"1"', 'Idempotency-Key': 'once' }
  await put(admin, LAMP, draft, headers)
  const again = await put(admin, LAMP, draft, headers)
  expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([200, 'true'])
  expect((await admin.json(LAMP)).versions).toHaveLength(2)
  expect((await put(admin, LAMP, { ...draft, emergency: true }, headers)).status).toBe(422)
})

test('a condition that is withdrawn is no longer offered, and an old case still finds it', async () => {
  const admin = await (await testCity()).as('admin')
  await put(admin, LAMP, { ...(await draftOf(admin)), withdrawn: true }, { 'If-Match': '"1"' })
  const { conditions } = await admin.json('/api/rules/conditions?kind=component&code=01037')
  expect(conditions[0].id).toBe('lamp-serious')
  expect((await admin.json(LAMP)).versions[0]).not.toHaveProperty('withdrawn')
})

test('what cannot be a condition is refused by name', async () => {
  const admin = await (await testCity()).as('admin')
  const draft = await draftOf(admin)
  const refused = async (change: object) =>
    admin.problem(put(admin, LAMP, { ...draft, ...change }, { 'If-Match': '*' }))
  expect(await refused({ codes: ['99999'] })).toMatchObject({ status: 400, code: 'bad-rule', parameter: 'codes' })
  expect(await refused({ stages: [] })).toMatchObject({ status: 400, parameter: 'stages' })
  expect(await refused({ stages: [...inHours(1), ...inHours(2)] })).toMatchObject({ status: 400, parameter: 'stages' })
  expect(await refused({ stages: inHours(0) })).toMatchObject({ status: 400, parameter: 'stages' })
  expect(await refused({ source: '' })).toMatchObject({ status: 400, parameter: 'source' })
  expect(await refused({ version: 7 })).toMatchObject({ status: 400 })
})

test('a bureau that goes over to a 6 h day has shorter work days from then on', async () => {
  const admin = await (await testCity()).as('admin')
  const { hours, presets } = await admin.json('/api/rules/hours')
  expect(hours).toMatchObject({
    version: 1,
    periods: [
      ['08:00', '12:00'],
      ['14:00', '18:00'],
    ],
  })
  const trial = '/api/deadlines/due?limit=1&unit=work-day&from=2026-11-02T10:00:00%2B08:00'
  expect((await admin.json(trial)).stages[0].steps[0].minutes).toBe(360)
  const six = presets.find(({ id }: { id: string }) => id === 'six-hours').periods
  expect((await put(admin, '/api/rules/hours', { periods: six }, { 'If-Match': '"1"' })).status).toBe(200)
  expect((await admin.json(trial)).stages[0]).toMatchObject({
    ...{ dueAt: '2026-11-03T02:00:00.000Z', steps: [{ minutes: 300 }, { minutes: 60 }] },
  })
  const crossed = await put(admin, '/api/rules/hours', { periods: [['12:00', '08:00']] }, { 'If-Match': '"2"' })
  expect(await admin.problem(crossed)).toMatchObject({ status: 400, parameter: 'periods' })
})

test('a year that has been announced is added, and deadlines into it are sure', async () => {
  const admin = await (await testCity()).as('admin')
  expect((await admin.refusal('/api/rules/calendar?year=2027')).code).toBe('unknown-calendar')
  const trial = '/api/deadlines/due?limit=2&unit=work-hour&from=2026-12-31T17:00:00%2B08:00'
  expect((await admin.json(trial)).stages[0].beyondCalendar).toBe(true)
  const holiday = {
    name: { zh: '元旦', en: 'New Year' },
    from: '2027-01-01',
    to: '2027-01-03',
    workdays: ['2027-01-09'],
  }
  const draft = { holidays: [holiday], source: 'test', edition: 'test', verified: 'U' }
  expect((await put(admin, '/api/rules/calendar/2027', draft)).status).toBe(200)
  expect((await admin.json(trial)).stages[0]).toMatchObject({
    beyondCalendar: false,
    dueAt: '2027-01-04T01:00:00.000Z',
  })
  expect((await admin.json('/api/rules/calendar')).years).toEqual([2024, 2025, 2026, 2027])
})

test('a day of another year, or one both off and worked, is refused', async () => {
  const admin = await (await testCity()).as('admin')
  const holiday = {
    name: { zh: '元旦', en: 'New Year' },
    from: '2027-01-01',
    to: '2027-01-03',
    workdays: [] as string[],
  }
  const refused = (of: object) =>
    admin.problem(
      put(admin, '/api/rules/calendar/2027', {
        holidays: [{ ...holiday, ...of }],
        source: 's',
        edition: 'e',
        verified: 'U',
      }),
    )
  expect(await refused({ to: '2029-01-03' })).toMatchObject({ code: 'bad-rule', detail: '2029-01-03 is not of 2027.' })
  expect((await refused({ workdays: ['2027-01-02'] })).detail).toBe('2027-01-02 cannot be a day off and worked.')
  expect(await refused({ to: '2026-12-31' })).toMatchObject({ status: 400, parameter: 'holidays' })
})

test('the limits of the posts can be read and changed', async () => {
  const admin = await (await testCity()).as('admin')
  const { limits } = await admin.json('/api/rules/posts')
  expect(limits.accept).toMatchObject({ ordinary: { value: 0.5, unit: 'work-day' }, emergency: { unit: 'minute' } })
  const faster = { ...limits, accept: { ...limits.accept, ordinary: { value: 1, unit: 'work-hour' } } }
  expect((await put(admin, '/api/rules/posts', { limits: faster }, { 'If-Match': '"1"' })).status).toBe(200)
  expect(await admin.json('/api/rules/posts')).toMatchObject({
    version: 2,
    limits: { accept: { ordinary: { value: 1 } } },
  })
  const { accept: _accept, ...lacking } = limits
  expect((await put(admin, '/api/rules/posts', { limits: lacking }, { 'If-Match': '"2"' })).status).toBe(400)
})
