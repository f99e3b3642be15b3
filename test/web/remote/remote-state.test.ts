import { expect, test } from 'vitest'
import { may } from '../../../server/contract/permission.ts'
import { Role } from '../../../server/contract/role.ts'
import { NewSceneCall, type RemoteScreen, type WallRemote } from '../../../server/contract/wall.ts'
import { mayCallScenes } from '../../../web/me/workspaces.ts'
import { callOf, granted, HOLDS, heldOf, shownOf, wished } from '../../../web/remote/remote-state.ts'

const NOW = Date.parse('2026-05-06T09:30:00+08:00')
const after = (seconds: number): string => new Date(NOW + seconds * 1_000).toISOString()
const call = (scene: string, until: string | null) => ({ scene, calledAt: after(0), until })
const report = (scene: string | null) => ({
  ...{ fps: 60, heapMB: 120, nodes: 900, dataAgeS: 2, scene, build: 'abc', part: null },
  ...{ size: [1920, 1080] as [number, number], lastPixelChangeAt: after(0) },
})
const wall = (id: string, of: Partial<RemoteScreen> = {}): RemoteScreen => ({
  ...{ id, name: id, remote: null },
  health: { at: after(-5), report: report('overview'), state: 'alive', caseId: null },
  ...of,
})
const picture = (...screens: RemoteScreen[]): WallRemote => ({ at: after(0), screens, scenes: [] })

test('a call holds up to its end by the server’s clock, or until it is let go', () => {
  expect(heldOf({ remote: call('a', after(1)) }, NOW)?.scene).toBe('a')
  expect(heldOf({ remote: call('a', after(0)) }, NOW)).toBeNull()
  expect(heldOf({ remote: call('a', null) }, NOW)?.scene).toBe('a')
})

test('what a wall shows is its own word: it is awaited after a call, and of a silent wall nothing is known', () => {
  expect(shownOf(wall('w'), NOW)).toMatchObject({ scene: 'overview', held: null, awaited: false })
  const called = { remote: call('a', null) }
  expect(shownOf(wall('w', called), NOW)).toMatchObject({ scene: 'overview', awaited: true })
  const alive = { at: after(0), report: report('a'), state: 'alive', caseId: null } as const
  expect(shownOf(wall('w', { ...called, health: alive }), NOW)).toMatchObject({ scene: 'a', awaited: false })
  expect(shownOf(wall('w', { ...called, health: { ...alive, state: 'silent' } }), NOW)).toMatchObject({
    scene: null,
    awaited: false,
  })
})

test('a wish shows on its own wall at once, and what was before comes back when it is refused', () => {
  const before = picture(wall('w', { remote: call('a', null) }), wall('x'))
  const next = wished(before, { screenId: 'w', scene: 'b', hold: 300 }, NOW)
  expect(next.screens.map(({ remote }) => remote)).toEqual([call('b', after(300)), null])
  expect(wished(before, { screenId: 'w', scene: 'b', hold: null }, NOW).screens[0]?.remote?.until).toBeNull()
  expect(wished(before, { screenId: 'w', scene: null, hold: 300 }, NOW).screens[0]?.remote).toBeNull()
  expect(granted(next, 'w', call('a', null))).toEqual(before)
})

test('every wish that the page can make is one that the server takes', () => {
  for (const scene of ['a', null])
    for (const hold of HOLDS) expect(NewSceneCall.safeParse(callOf({ screenId: 'w', scene, hold })).success).toBe(true)
  expect(callOf({ screenId: 'w', scene: 'a', hold: null })).toEqual({ scene: 'a' })
})

test('the page is open to whom the address lets through', () => {
  for (const role of Role.options)
    expect(mayCallScenes({ roles: [role] }), role).toBe(may({ roles: [role] }, 'write', 'scene'))
})
