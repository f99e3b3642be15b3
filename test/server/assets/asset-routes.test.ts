import { expect, test } from 'vitest'
import { lamp, testCity } from '../../support/test-city.ts'

test('a thing comes whole, with the names of its layer, status and code', async () => {
  const city = await testCity()
  expect(await city.json(`/api/assets/${lamp(1).id}`)).toMatchObject({
    ...{ id: lamp(1).id, layer: 'streetlights', status: 'fault', state: 'late', geometry: { type: 'Point' } },
    ...{ layerName: { zh: '路灯' }, statusName: { zh: '不亮' }, codeName: { zh: '路灯' } },
    fields: { powerW: 120 },
  })
})

test('its history is the rows of the log, newest first, in pages, and outlives it', async () => {
  const city = await testCity()
  const { id } = lamp(2)
  await city.change({ changed: [lamp(2, { status: 'reported' })] })
  await city.change({ removed: [id] })
  const { rows, next } = await city.json(`/api/assets/${id}/history?limit=2`)
  expect(rows.map(({ kind }: { kind: string }) => kind)).toEqual(['asset-removed', 'asset-changed'])
  expect(rows[1]).toMatchObject({ actor: 'person:test', entityId: id, after: { status: 'reported' } })
  const rest = await city.json(`/api/assets/${id}/history?limit=2&before=${next}`)
  expect(rest).toMatchObject({ rows: [{ kind: 'asset-added' }], next: null })
})

test('a thing that never was is a 404, its history too', async () => {
  const city = await testCity()
  for (const path of ['/api/assets/54062601037999999', '/api/assets/54062601037999999/history']) {
    expect(await city.refusal(path)).toMatchObject({ status: 404, code: 'unknown-asset', parameter: 'id' })
  }
})

test('what is no id or page is refused', async () => {
  const city = await testCity()
  expect(await city.refusal('/api/assets/%00')).toMatchObject({ status: 400, parameter: 'id' })
  expect(await city.refusal(`/api/assets/${'9'.repeat(200)}`)).toMatchObject({ status: 400, parameter: 'id' })
  expect(await city.refusal(`/api/assets/${lamp(1).id}/history?before=now`)).toMatchObject({ code: 'bad-before' })
})

test('a code is named, by kind', async () => {
  const city = await testCity()
  expect(await city.json('/api/codes/component/01037')).toMatchObject({ name: { zh: '路灯' } })
  expect(await city.json('/api/codes/component/L0501')).toMatchObject({ edition: 'local' })
  const { codes } = await city.json('/api/codes?kind=component')
  expect(codes.length).toBeGreaterThan(100)
  expect(new Set(codes.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['component']))
  expect((await city.json('/api/codes')).codes.length).toBeGreaterThan(codes.length)
  const { units } = await city.json('/api/placement/units')
  expect(units).toContainEqual(expect.objectContaining({ id: 'municipal-works', kind: 'department' }))
  expect(await city.refusal('/api/codes/component/99999')).toMatchObject({ status: 404, code: 'unknown-code' })
  expect(await city.refusal('/api/codes/component/1037')).toMatchObject({ status: 400, code: 'bad-code' })
  expect(await city.refusal('/api/codes/thing/01037')).toMatchObject({ status: 400, code: 'bad-kind' })
})
