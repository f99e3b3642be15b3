import { expect, test } from 'vitest'
import type { Draft } from '../../../server/contract/draft.ts'
import type { CoverageSet } from '../../../server/contract/rule.ts'
import type { Client } from '../../support/client.ts'
import { testCity } from '../../support/test-city.ts'

test('a set of the bureau’s own is removed, a shipped one stands as shipped again, and both can be kept anew', async () => {
  const city = await testCity()
  const [admin, planner] = [await city.as('admin'), await city.as('planner')]
  const setsNow = async () => ((await planner.json('/api/coverage/sets')) as { sets: CoverageSet[] }).sets
  const one = async (id: string) => (await setsNow()).find((set) => set.id === id)
  const shipped = await one('bins-gb50337')
  if (!shipped) throw new Error('the set is shipped')
  const rulesOf = (set: string) => shipped.rules.map((rule) => ({ ...rule, set, maxMetres: 700 }))
  const body = (set: string) => ({ name: shipped.name, layer: 'bins', standing: true, rules: rulesOf(set) })
  expect((await admin.put('/api/coverage/sets/own-bins', body('own-bins'))).status).toBe(200)
  expect(await one('bins-gb50337')).toMatchObject({ standing: false })
  const remove = (id: string, ifMatch?: string) =>
    admin.request('DELETE', `/api/coverage/sets/${id}`, undefined, ifMatch ? { 'If-Match': ifMatch } : {})

  expect(await admin.problem(remove('own-bins'))).toMatchObject({ status: 428 })
  expect(await admin.problem(remove('own-bins', '"9"'))).toMatchObject({ status: 412 })
  expect((await planner.request('DELETE', '/api/coverage/sets/own-bins', undefined, { 'If-Match': '*' })).status).toBe(
    403,
  )
  expect((await remove('own-bins', '"1"')).status).toBe(204)
  expect(await one('own-bins')).toBeUndefined()
  expect(await one('bins-gb50337')).toEqual(shipped)
  expect(await admin.problem(remove('own-bins', '*'))).toMatchObject({ status: 404, code: 'no-own-set' })
  expect(await admin.problem(remove('kiosks-cjj27-2012', '*'))).toMatchObject({ status: 404, code: 'no-own-set' })

  // Its versions go on where they were, so that a run of before never means a set of after.
  expect((await admin.put('/api/coverage/sets/own-bins', body('own-bins'))).status).toBe(200)
  expect(await one('own-bins')).toMatchObject({ version: 3, standing: true })
  expect((await admin.put('/api/coverage/sets/bins-gb50337', body('bins-gb50337'))).status).toBe(200)
  expect((await one('bins-gb50337'))?.rules[0]?.maxMetres).toBe(700)
  expect((await remove('bins-gb50337', '*')).status).toBe(204)
  expect(await one('bins-gb50337')).toMatchObject({ ...shipped, standing: false })
})

test('only an admin removes a set, and never from a page of another origin', async () => {
  const city = await testCity()
  const admin = await city.as('admin')
  const path = '/api/coverage/sets/own-bins'
  const shipped = ((await admin.json('/api/coverage/sets')) as { sets: CoverageSet[] }).sets[0]
  const rules = shipped?.rules.map((rule) => ({ ...rule, set: 'own-bins' }))
  const body = { name: shipped?.name, layer: 'bins', standing: false, rules }
  expect((await admin.put(path, body)).status).toBe(200)
  const remove = (who: Client, headers = {}) => who.request('DELETE', path, undefined, { 'If-Match': '*', ...headers })
  for (const role of ['planner', 'supervisor', 'commander', 'auditor', 'crew', 'screen', 'acceptor'] as const)
    expect([role, (await remove(await city.as(role))).status]).toEqual([role, 403])
  expect((await remove(city.guest)).status).toBe(401)
  expect((await remove(admin, { Origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await remove(admin)).status).toBe(204)
})

test('a draft that is looked at by a set that was removed is told so, loses nothing, and is looked at by others', async () => {
  const city = await testCity()
  const [admin, planner] = [await city.as('admin'), await city.as('planner')]
  const shipped = ((await admin.json('/api/coverage/sets')) as { sets: CoverageSet[] }).sets[0]
  const rules = shipped?.rules.map((rule) => ({ ...rule, set: 'own-bins' }))
  await admin.put('/api/coverage/sets/own-bins', { name: shipped?.name, layer: 'bins', standing: false, rules })
  const { id } = (await (await planner.post('/api/drafts', { name: '草案' })).json()) as Draft
  const draw = () =>
    planner.post(
      `/api/drafts/${id}/edits?sets=own-bins`,
      { strokes: [{ do: 'add', layer: 'bins', at: [93.786, 31.886] }] },
      { 'If-Match': '*' },
    )
  expect((await draw()).status).toBe(200)
  await admin.request('DELETE', '/api/coverage/sets/own-bins', undefined, { 'If-Match': '*' })
  const gone = { status: 400, code: 'unknown-set' }
  expect(await planner.refusal(`/api/drafts/${id}/outcome?sets=own-bins`)).toMatchObject({ ...gone, parameter: 'sets' })
  expect(await planner.problem(draw())).toMatchObject(gone)
  expect(await planner.problem(planner.post('/api/coverage/runs', { sets: ['own-bins'] }))).toMatchObject(gone)
  const proposal = planner.post('/api/coverage/proposals', { setId: 'own-bins', goal: 'close' })
  expect(await planner.problem(proposal)).toMatchObject(gone)
  expect(await planner.json(`/api/drafts/${id}`)).toMatchObject({ version: 1, items: [{ kind: 'new' }] })
  expect(await planner.json(`/api/drafts/${id}/outcome`)).toMatchObject({ version: 1 })
})
