import { expect, test } from 'vitest'
import { TrustMap, TrustSummary } from '../../../server/contract/trust.ts'
import { entry } from '../../support/entries.ts'
import { complaint, lamp, testCity, visit } from '../../support/test-city.ts'

const graded = (accuracy: string | null) => ({ road: '藏北路', ...(accuracy ? { accuracy } : {}) })
const BOX = '93.7,31.8,93.9,31.9'

test('a planner reads how far each layer can be relied on, and sees its things one by one or in squares', {
  timeout: 20_000,
}, async () => {
  const assets = [lamp(1, { fields: graded('A') }), lamp(2, { fields: graded('C'), source: 'import:7' }), lamp(3)]
  const city = await testCity({ assets })
  const planner = await city.as('planner')
  const { layers, asOf } = TrustSummary.parse(await planner.json('/api/census/trust'))
  expect(asOf).toBe('2026-05-01T04:00:00.000Z')
  expect(layers).toEqual([
    {
      ...{ layer: 'streetlights', graded: true, things: 3, ages: [0, 3, 0, 0] },
      ...{ accuracy: { A: 1, B: 0, C: 1, none: 1 }, sources: { import: 1, hand: 0, made: 2 } },
    },
  ])
  const near = TrustMap.parse(await planner.json(`/api/census/trust/streetlights?bbox=${BOX}`))
  expect(near).toMatchObject({ cellMetres: null, things: 3 })
  expect(near.features.map(({ properties }) => properties)).toEqual([
    { id: lamp(1).id, accuracy: 'A', ageDays: 120 },
    { id: lamp(2).id, accuracy: 'C', ageDays: 120 },
    { id: lamp(3).id, accuracy: null, ageDays: 120 },
  ])
  expect((await planner.json('/api/census/trust/streetlights?bbox=93,31,93.1,31.1')).features).toEqual([])
  expect(await planner.refusal('/api/census/trust/streetlights')).toMatchObject({ status: 400, parameter: 'bbox' })
  expect(await planner.refusal(`/api/census/trust/nothing?bbox=${BOX}`)).toMatchObject({ status: 404 })
  expect(await (await city.as('crew')).refusal('/api/census/trust')).toMatchObject({ status: 403 })
})

test('many things are answered in squares, so that the answer stays small whatever the layer', {
  timeout: 20_000,
}, async () => {
  const assets = Array.from({ length: 4_000 }, (_, i) =>
    lamp(i + 1, {
      fields: graded('B'),
      geometry: { type: 'Point', coordinates: [93.7 + (i % 80) * 1e-3, 31.8 + Math.floor(i / 80) * 1e-3] },
    }),
  )
  const planner = await (await testCity({ assets })).as('planner')
  const map = TrustMap.parse(await planner.json(`/api/census/trust/streetlights?bbox=${BOX}`))
  expect(map).toMatchObject({ things: 4_000 })
  expect(map.cellMetres).toBeGreaterThan(0)
  expect(map.features.length).toBeLessThanOrEqual(700)
  expect(JSON.stringify(map).length).toBeLessThan(300_000)
})

test('a thing tells its age, its source, its class and who saw it last: by its entry, its cases and its inspections', {
  timeout: 20_000,
}, async () => {
  const lamps = [1, 2, 3].map((number) => lamp(number, { fields: graded('B'), source: 'import:7' }))
  const shop = lamp(9, {
    ...{ id: '540626L0701000001', layer: 'venues', name: '网吧', status: 'normal', code: 'L0701', edition: 'local' },
    fields: { kind: 'internet-cafe' },
  })
  const [first = lamp(0), second = lamp(0), third = lamp(0)] = lamps
  const cases = [complaint(1, { assetId: second.id })]
  const inspections = [visit(1, { venueId: shop.id, at: '2026-03-02T10:00:00+08:00' })]
  const city = await testCity({ assets: [...lamps, shop], cases, inspections })
  const planner = await city.as('planner')
  const trust = (id: string) => planner.json(`/api/assets/${id}/trust`)
  expect(await trust(first.id)).toEqual({
    ...{ id: first.id, asOf: '2026-05-01T04:00:00.000Z', changedAt: first.changedAt, ageDays: 120 },
    ...{ source: 'import:7', sourceKind: 'import', accuracy: 'B' },
    // Who wrote it down; they are no person of this city any more.
    lastSeen: { at: '2025-01-01T00:00:00.000Z', how: 'written', by: null, caseNumber: null },
  })
  expect((await trust(shop.id)).lastSeen).toMatchObject({ how: 'inspected', at: '2026-03-02T10:00:00+08:00' })
  // A report by telephone is nobody's look; the crew's answer is.
  expect((await trust(second.id)).lastSeen).toMatchObject({ how: 'written' })
  const [of] = cases
  const crew = await city.as('crew', { crewId: 'crew-1' })
  await city.store.transaction('540626', (tx) =>
    tx
      .append([
        {
          at: '2026-05-01T04:00:00.000Z',
          actor: crew.id,
          kind: 'case-handled',
          entity: 'case',
          entityId: of?.id ?? '',
          after: of,
          reason: null,
        },
      ])
      .then(() => undefined),
  )
  expect((await trust(second.id)).lastSeen).toMatchObject({
    how: 'handled',
    caseNumber: of?.number,
    at: '2026-05-01T04:00:00.000Z',
  })
  const name = (await trust(second.id)).lastSeen.by
  expect(name).toEqual(expect.any(String))
  // A contractor's own people are not told who it was.
  const other = await city.as('crew', { contractor: '别家公司', crewId: 'crew-2' })
  expect((await other.json(`/api/assets/${second.id}/trust`)).lastSeen).toMatchObject({ how: 'handled', by: null })
  // What a machine writes is nobody's look.
  await city.store.transaction('540626', (tx) =>
    tx
      .append([
        entry({ at: '2026-05-01T04:00:00.000Z', actor: 'system:demo', entityId: third.id, after: third }),
        entry({ at: '2026-05-01T04:00:00.000Z', actor: planner.id, entityId: first.id, after: first }),
      ])
      .then(() => undefined),
  )
  expect((await trust(third.id)).lastSeen).toMatchObject({ at: '2025-01-01T00:00:00.000Z' })
  expect((await trust(first.id)).lastSeen).toMatchObject({ how: 'written', by: expect.any(String) })
  expect(await planner.refusal('/api/assets/54062601037999999/trust')).toMatchObject({ status: 404 })
  expect(await city.guest.refusal(`/api/assets/${first.id}/trust`)).toMatchObject({ status: 401 })
})
