import { expect, test } from 'vitest'
import type { WasteManifest } from '../../../server/contract/manifest.ts'
import { balanceWaste } from '../../../server/insight/waste/balance.ts'
import { testCity } from '../../support/test-city.ts'

const load = (id: string, of: Partial<WasteManifest> = {}): WasteManifest => ({
  ...{ id, projectId: 'P1', projectName: '一号工地', carrier: '运输公司', plate: '', disposalId: 'D1' },
  ...{
    dischargedAt: '2026-04-20T09:00:00+08:00',
    dischargedT: 20,
    receivedAt: '2026-04-20T11:00:00+08:00',
    receivedT: 20,
  },
  ...of,
})

test('what was discharged less what was received, by project and day, is flagged above the tolerance', () => {
  const { days, projects } = balanceWaste(
    [
      load('1', { receivedT: 19 }),
      load('2', { receivedT: null, receivedAt: null, dischargedAt: '2026-04-20T23:30:00Z' }),
      load('3', { projectId: 'P2', projectName: '二号工地', receivedT: 18.99 }),
      load('4', { projectId: 'P3', projectName: '三号工地', receivedT: 22 }),
    ],
    5,
  )
  expect(
    days.map(({ projectId, date, missingT, open, flagged }) => [projectId, date, missingT, open, flagged]),
  ).toEqual([
    // Half past eleven at night in UTC is the next morning here.
    ['P1', '2026-04-21', 20, 1, true],
    ['P3', '2026-04-20', -2, 0, true],
    ['P2', '2026-04-20', 1.01, 0, true],
    // Five percent to the point is within it.
    ['P1', '2026-04-20', 1, 0, false],
  ])
  expect(projects[0]).toMatchObject({
    projectId: 'P1',
    date: null,
    loads: 2,
    dischargedT: 40,
    receivedT: 19,
    missingPercent: 52.5,
  })
})

test('a day begins at midnight here, which is four in the afternoon of UTC, and is that of the discharge', () => {
  const { days } = balanceWaste(
    [
      load('1', { dischargedAt: '2026-04-20T15:59:59Z', receivedAt: '2026-04-20T17:00:00Z' }),
      load('2', { dischargedAt: '2026-04-20T16:00:00Z' }),
    ],
    5,
  )
  expect(days.map(({ date }) => date)).toEqual(['2026-04-20', '2026-04-21'])
})

test('tonnes are told to the hundredth, as a weighbridge tells them, and no finer sum is missing', () => {
  const tenths = Array.from({ length: 3 }, (_, at) => load(`t${at}`, { dischargedT: 0.1, receivedT: 0.1 }))
  const [balanced] = balanceWaste(
    [...tenths, load('x', { dischargedT: 0.2, receivedT: 0.20000000000000004 })],
    0,
  ).projects
  expect(balanced).toMatchObject({ dischargedT: 0.5, receivedT: 0.5, missingT: 0, missingPercent: 0, flagged: false })
  const [lost] = balanceWaste(
    [load('a', { dischargedT: 20, receivedT: 18.99 }), load('b', { receivedT: 19.996 })],
    5,
  ).days
  expect(lost).toMatchObject({ dischargedT: 40, receivedT: 38.99, missingT: 1.01 })
  // To a machine 0.1 + 0.2 is a hair more than 0.3.
  const two = [0.1, 0.2].map((tonnes, at) => load(`s${at}`, { dischargedT: tonnes, receivedT: null }))
  expect(balanceWaste(two, 5).projects).toMatchObject([{ dischargedT: 0.3, receivedT: 0, missingT: 0.3, open: 2 }])
})

test('loads are taken in once, changed when they arrive, and balanced', async () => {
  const city = await testCity()
  const planner = await city.as('planner')
  const send = async (manifests: WasteManifest[]) => (await planner.post('/api/waste-manifests', { manifests })).json()
  const open = load('a', { receivedT: null, receivedAt: null })
  expect(await send([open, load('b')])).toMatchObject({ added: 2, changed: 0, same: 0, seq: expect.any(Number) })
  expect(await send([open, load('b')])).toEqual({ added: 0, changed: 0, same: 2, seq: null })
  expect((await planner.json('/api/waste-manifests/balance')).projects).toMatchObject([
    { missingT: 20, open: 1, flagged: true },
  ])
  expect(await send([load('a', { receivedT: 19.5 })])).toMatchObject({ added: 0, changed: 1 })
  const { projects, days, loads } = await planner.json('/api/waste-manifests/balance?from=2026-04-20&to=2026-04-21')
  expect({ projects, days, loads }).toMatchObject({
    loads: 2,
    projects: [{ missingT: 0.5, flagged: false }],
    days: [{ date: '2026-04-20' }],
  })
  expect((await planner.json('/api/waste-manifests/balance?tolerance=1')).projects[0].flagged).toBe(true)
  expect(await city.store.verify('540626')).toMatchObject({ ok: true })
})

test('who may not is kept out, and what makes no sense is refused', async () => {
  const city = await testCity()
  for (const role of ['supervisor', 'crew', 'auditor', 'screen'] as const)
    expect((await (await city.as(role)).post('/api/waste-manifests', { manifests: [load('a')] })).status).toBe(403)
  const planner = await city.as('planner')
  const bad = planner.post('/api/waste-manifests', { manifests: [{ ...load('a'), dischargedT: -1 }] })
  expect(await planner.problem(bad)).toMatchObject({ status: 400, parameter: 'manifests' })
  expect(await planner.refusal('/api/waste-manifests/balance?tolerance=a')).toMatchObject({
    status: 400,
    parameter: 'tolerance',
  })
})
