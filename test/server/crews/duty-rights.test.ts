import { expect, test } from 'vitest'
import type { Role, Scope } from '../../../server/contract/role.ts'
import { testCity } from '../../support/test-city.ts'

const CREW = {
  ...{ name: '路灯一组', skills: ['lighting'], vehicle: null, shift: { from: '08:00', to: '18:00' } },
  ...{ contractor: null, areas: ['540626'], loadLimit: 5, headcount: 3 },
}

test('its own people, a supervisor and an admin put a crew on duty and off; nobody else does', async () => {
  const city = await testCity()
  const { id } = (await (await (await city.as('admin')).post('/api/crews', CREW)).json()) as { id: string }
  const put = async (role: Role, scope: Partial<Scope> = {}, onDuty = true): Promise<number> =>
    (await (await city.as(role, scope)).put(`/api/crews/${id}/duty`, { onDuty })).status
  for (const [role, scope] of [['supervisor'], ['admin'], ['crew', { crewId: id }]] as const) {
    expect([await put(role, scope, true), await put(role, scope, false)], role).toEqual([200, 200])
  }
  for (const role of ['acceptor', 'duty-lead', 'inspector', 'planner', 'commander', 'auditor'] as const)
    expect(await put(role), role).toBe(403)
  expect(await put('crew', { crewId: 'another' })).toBe(404)
  expect(await put('crew')).toBe(403)
  const rows = await city.store.readLog({ city: '540626', after: 0 })
  expect(rows.filter(({ kind }) => /^crew-o(n|ff)-duty$/.test(kind))).toHaveLength(6)
})
