import { expect, test } from 'vitest'
import type { CoverageSet } from '../../../server/contract/rule.ts'
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
