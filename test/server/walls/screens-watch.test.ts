import { expect, test } from 'vitest'
import { openCaseNeeds } from '../../../server/cases/open-case-needs.ts'
import type { ListedScreen } from '../../../server/contract/screen.ts'
import { watchScreens } from '../../../server/walls/watch-screens.ts'
import { report, wallCity } from './wall-city.ts'

/** A wall that tells every 15 s, and a server that looks every 5, on one clock. */
async function watched(quiet?: { from: string; to: string }) {
  const { city, wall, screenId, pass, now } = await wallCity()
  const { area, memory, rules, parts, store } = city
  const cases = openCaseNeeds({ ...parts, area, store, memory, rules, now })
  const needs = { area, store, now, cases, quiet, sinceMs: now().getTime() }
  const opened: { at: Date; problem: string; id: string }[] = []
  const run = async (seconds: number, tell: ((at: string) => object) | null): Promise<void> => {
    for (let second = 5; second <= seconds; second += 5) {
      pass(5)
      if (tell && second % 15 === 0) {
        const answer = await wall.post('/api/wall/reports', tell(now().toISOString()))
        expect(answer.status).toBe(204)
      }
      for (const { id, problem } of await watchScreens(needs)) opened.push({ id, problem, at: now() })
    }
  }
  return { city, wall, screenId, now, pass, run, opened }
}

const well = (at: string) => report(at)

test('a wall that falls silent is a case within 60 s, and one case only', async () => {
  const { city, now, run, opened, screenId } = await watched()
  await run(120, well)
  expect(opened).toEqual([])
  const silentMs = now().getTime()
  await run(300, null)
  expect(opened).toHaveLength(1)
  expect((opened[0]?.at.getTime() ?? 0) - silentMs).toBeLessThanOrEqual(60_000)
  const admin = await city.as('admin')
  const of = await admin.json(`/api/cases/${opened[0]?.id}`)
  expect(of).toMatchObject({ source: 'sensor', kind: 'component', code: 'L0901', address: 'screen' })
  expect(of.problem).toContain('大屏无响应')
  const { at, screens } = (await admin.json('/api/screens')) as { at: string; screens: ListedScreen[] }
  const { health } = screens.find(({ id }) => id === screenId) ?? {}
  expect(health).toMatchObject({ state: 'silent', caseId: opened[0]?.id, report: { fps: 60, heapMB: 120 } })
  // By which a page reckons for how long.
  expect(at).toBe(now().toISOString())
})

test('a wall that tells and paints no more is a case within 60 s of its last pixel', async () => {
  const { now, run, opened } = await watched()
  await run(60, well)
  // By its own clock, which is an hour wrong.
  const frozenAt = new Date(now().getTime() + 3_600_000).toISOString()
  const frozenMs = now().getTime()
  await run(120, () => report(frozenAt))
  expect(opened.map(({ problem }) => problem.slice(0, 6))).toEqual(['大屏画面停滞'])
  expect((opened[0]?.at.getTime() ?? 0) - frozenMs).toBeLessThanOrEqual(60_000)
})

test('a second failure joins no second case while the first is open, and is one when it has ended', async () => {
  const { city, run, opened } = await watched()
  await run(30, well)
  await run(120, null)
  await run(60, well)
  await run(120, null)
  expect(opened).toHaveLength(1)
  const lead = await city.as(['acceptor', 'duty-lead'])
  const id = opened[0]?.id
  const answer = await lead.post(`/api/cases/${id}/actions/refuse`, { reason: '已重启' })
  expect(answer.status).toBe(200)
  await run(60, null)
  expect(opened).toHaveLength(1)
  await run(60, well)
  await run(120, null)
  expect(opened).toHaveLength(2)
})

test('at night, where the settings say so, nobody is called; a wall that never told is no case', async () => {
  const { run, opened } = await watched({ from: '09:00', to: '09:40' })
  await run(120, null)
  await run(30, well)
  await run(300, null)
  expect(opened).toEqual([])
  await run(300, null)
  expect(opened).toHaveLength(1)
})

test('a wall that was taken out is no case', async () => {
  const { city, run, opened, screenId } = await watched()
  await run(30, well)
  expect((await (await city.as('admin')).delete(`/api/screens/${screenId}`)).status).toBe(200)
  await run(120, null)
  expect(opened).toEqual([])
})

test('only a wall tells how it is, and in clear words', async () => {
  const { city, wall } = await watched()
  const told = well('2026-05-06T01:30:00Z')
  for (const role of ['admin', 'commander'] as const)
    expect((await (await city.as(role)).post('/api/wall/reports', told)).status).toBe(403)
  expect((await city.guest.post('/api/wall/reports', told)).status).toBe(401)
  expect((await wall.post('/api/wall/reports', { ...told, name: '张三' })).status).toBe(400)
  expect((await wall.post('/api/wall/reports', { ...told, scene: 'x'.repeat(3_000) })).status).toBe(413)
})
