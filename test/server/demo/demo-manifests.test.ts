import { expect, test } from 'vitest'
import { makeDemoManifests } from '../../../server/demo/make-demo-manifests.ts'
import { SUO } from '../../support/entries.ts'
import { lamp, NOW, testCity } from '../../support/test-city.ts'

const site = (index: number, kind: string) =>
  lamp(index, {
    id: `540626L060100000${index}`,
    ...{ layer: 'construction-waste', name: `${index} 号`, status: 'in-order', code: 'L0601', edition: 'local' },
    fields: { kind },
  })

test('a demo city has loads of its building sites, once, and one site that loses too much', async () => {
  const assets = [site(1, 'building-site'), site(2, 'building-site'), site(3, 'disposal')]
  const city = await testCity({ assets })
  const needs = { area: SUO, store: city.store, now: () => new Date(NOW) }
  await makeDemoManifests(needs)
  const { seq } = await city.store.head(SUO)
  await makeDemoManifests(needs)
  expect((await city.store.head(SUO)).seq).toBe(seq)
  const { projects } = await (await city.as('planner')).json('/api/waste-manifests/balance?from=2026-03-01')
  expect(projects).toHaveLength(2)
  expect(projects[0]).toMatchObject({ projectName: '2 号', flagged: true })
  expect(projects[0].missingPercent).toBeGreaterThan(10)
})
