import { expect, test } from 'vitest'
import { homeOf } from '../../../server/contract/home-of.ts'
import { Role } from '../../../server/contract/role.ts'
import { SECTIONS, sectionsOf } from '../../../web/admin/sections.ts'
import { workspacesOf } from '../../../web/me/workspaces.ts'

test('everybody begins on a page that is open to them', () => {
  for (const role of Role.options) {
    const home = homeOf({ roles: [role] })
    const open: string[] = workspacesOf({ roles: [role] }, []).map(({ to }) => to)
    const sections: string[] = sectionsOf({ roles: [role] }).map(({ to }) => to)
    if (role === 'screen') expect(home).toBe('/wall')
    else if (SECTIONS.some(({ to }) => to === home)) expect(sections, role).toContain(home)
    else expect(open, role).toContain(home)
  }
})

test('a desk is one’s home before anything else; who has no role begins on the map', () => {
  expect(homeOf({ roles: ['acceptor', 'duty-lead'] })).toBe('/dispatch')
  expect(homeOf({ roles: ['planner', 'inspector'] })).toBe('/cases')
  expect([homeOf({ roles: [] }), homeOf(null)]).toEqual(['/', '/'])
})
