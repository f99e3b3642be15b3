import { expect, test } from 'vitest'
import { complaint, lamp, testCity } from '../../support/test-city.ts'

const inlet = (index: number, fields: Record<string, string | number | boolean>, status = 'normal') =>
  lamp(index, {
    id: `54062601004${String(index).padStart(6, '0')}`,
    ...{ layer: 'drains', name: `雨水箅子 ${index}`, status, code: '01004' },
    fields: { kind: 'inlet', road: '藏北路', ...fields },
  })

// The first city of a file is made in seconds on a busy machine.
test('drains are listed by when dredging was due, and inlets by what to clean first', { timeout: 20_000 }, async () => {
  const assets = [
    inlet(1, { dredgedOn: '2026-03-01', dredgeCycleMonths: 6 }),
    inlet(2, { dredgedOn: '2025-01-01', dredgeCycleMonths: 6, lowPlace: true }),
    inlet(3, { dredgedOn: '2026-03-01', dredgeCycleMonths: 6 }, 'clogged'),
  ]
  const cases = [complaint(1, { code: '01004', assetId: assets[0]?.id ?? '', receivedAt: '2026-02-01T09:00:00+08:00' })]
  const planner = await (await testCity({ assets, cases })).as('planner')
  expect(await planner.json('/api/drains/dredging')).toMatchObject({
    ...{ total: 1, overdue: [{ id: assets[1]?.id, dueOn: '2025-07-01', daysLate: 304 }] },
    kinds: [{ kind: 'inlet', drains: 3, overdue: 1, inTime: 2 }],
  })
  const first = await planner.json('/api/drains/clean-first?rainMm=50&limit=2')
  expect(first).toMatchObject({
    ground: 'none',
    total: 3,
    rows: [
      { id: assets[2]?.id, rank: 1 },
      { id: assets[1]?.id, lowPlace: true },
    ],
  })
  const all = await planner.json('/api/drains/clean-first')
  expect(all.rows[2]).toMatchObject({ id: assets[0]?.id, faults: 1, shut: expect.closeTo(0.15, 9) })
  expect(await planner.refusal('/api/drains/clean-first?rainMm=0')).toMatchObject({ status: 400, parameter: 'rainMm' })
})

test('what is old and fails comes first in the list of what to replace', async () => {
  const old = (index: number, installedOn: string) => lamp(index, { fields: { installedOn, lampType: 'led' } })
  const assets = [old(1, '2010-01-01'), old(2, '2020-01-01'), old(3, '2015-01-01')]
  const on = (index: number, of: number) =>
    complaint(index, { assetId: assets[of]?.id ?? '', receivedAt: `2026-0${index}-01T09:00:00+08:00` })
  const cases = [
    on(1, 1),
    on(2, 1),
    on(3, 1),
    on(4, 0),
    { ...on(5, 0), receivedAt: '2026-04-02T09:00:00+08:00', status: 'void' as const },
  ]
  const planner = await (await testCity({ assets, cases })).as('planner')
  const { rows, rules } = await planner.json('/api/replacement')
  expect(rows.map((row: { id: string; faults: number }) => [row.id, row.faults])).toEqual([
    ...[
      [assets[1]?.id, 3],
      [assets[0]?.id, 1],
      [assets[2]?.id, 0],
    ],
  ])
  expect(rules.formula.zh).toContain('故障')
  expect(await planner.refusal('/api/replacement?layer=bins')).toMatchObject({ status: 404, code: 'unknown-layer' })
})

test('bays stand against trucks that were found at night', async () => {
  const yard = lamp(0, {
    id: '54062602001000001',
    ...{ layer: 'truck-parking', name: '东停车场', status: 'free', code: '02001' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [93.785, 31.886],
          [93.786, 31.886],
          [93.786, 31.887],
          [93.785, 31.887],
          [93.785, 31.886],
        ],
      ],
    },
    fields: { kind: 'truck-park', bays: 30, fenced: true, hardened: true, washBay: false },
  })
  const night = (index: number, clock: string) =>
    complaint(index, {
      kind: 'matter',
      code: '09009',
      assetId: null,
      location: [93.7855, 31.8865],
      receivedAt: `2026-04-0${index}T${clock}:00+08:00`,
    })
  const planner = await (
    await testCity({ assets: [yard], cases: [night(1, '23:10'), night(2, '23:40'), night(3, '10:00')] })
  ).as('planner')
  expect(await planner.json('/api/truck-parking/balance?from=2026-04-01&to=2026-05-01')).toMatchObject({
    ...{ nights: 30, bays: 30, cases: 2, cells: [{ bays: 30, cases: 2, demand: [0, 0, 0, 2, 0, 0, 0, 0, 0, 0] }] },
    yards: [{ name: '东停车场', score: 70, missing: ['washBay'] }],
  })
  expect(await planner.refusal('/api/truck-parking/balance?cellMetres=1')).toMatchObject({ parameter: 'cellMetres' })
})
