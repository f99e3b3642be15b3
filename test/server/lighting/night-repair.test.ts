import { expect, test } from 'vitest'
import type { CaseCard } from '../../../server/contract/case-card.ts'
import { TOWN, testCity } from '../../support/test-city.ts'

const DARK = TOWN[0]

test('a lamp found dark at night has its repair due within 24 hours, on a Saturday as on any day', {
  timeout: 20_000,
}, async () => {
  // Half past ten on a Friday night, ahead of a weekend.
  const night = new Date('2026-05-08T22:30:00+08:00')
  const city = await testCity({ now: () => night })
  const [inspector, acceptor, lead] = [
    await city.as('inspector'),
    await city.as('acceptor'),
    await city.as('duty-lead'),
  ]
  const location = DARK?.geometry.type === 'Point' ? DARK.geometry.coordinates : [0, 0]
  const report = {
    source: 'patrol',
    problem: '夜巡发现路灯不亮',
    address: '藏北路',
    location,
    kind: 'component',
    code: '01037',
  }
  const received = await inspector.post('/api/cases', { ...report, assetId: DARK?.id })
  expect(received.status).toBe(201)
  const { id, assetId } = (await received.json()) as CaseCard
  expect(assetId).toBe(DARK?.id)
  expect((await acceptor.post(`/api/cases/${id}/actions/accept`)).status).toBe(200)
  const filed = (await (
    await lead.post(`/api/cases/${id}/actions/file`, { conditionId: 'lamp-fault' })
  ).json()) as CaseCard
  expect(filed.clocks.find(({ stage }) => stage === 'handle')?.dueAt).toBe('2026-05-09T14:30:00.000Z')
  const rated = await (await city.as('planner')).json('/api/lighting/rate')
  const found = rated.dark.find((lamp: { id: string }) => lamp.id === DARK?.id)
  expect(found.case).toMatchObject({ id, status: 'filed', dueAt: '2026-05-09T14:30:00.000Z' })
})
