import { expect, test } from 'vitest'
import { lamp, testCity } from '../../support/test-city.ts'
import { KEY, problem, writeDesk } from './write-desk.ts'

const NEW_LAMP = {
  ...{ layer: 'streetlights', name: '文化路 路灯 1', status: 'on', fields: { road: '文化路', powerW: 60 } },
  geometry: { type: 'Point', coordinates: [93.79, 31.89] },
}
const ID = lamp(2).id

test('a new thing gets the next code of its type, stands in the log, and is answered with its ETag', async () => {
  const desk = await writeDesk()
  const response = await desk.add({ ...NEW_LAMP, reason: '新装' })
  expect(response.status).toBe(201)
  const card = await response.json()
  expect(card).toMatchObject({ id: lamp(41).id, code: '01037', edition: 'GB/T 47678.5-2026', sourceCrs: 'WGS84' })
  expect(card).toMatchObject({
    source: 'system:write-key',
    statusName: { zh: '亮灯' },
    changedAt: '2026-05-01T04:00:00.000Z',
  })
  expect(response.headers.get('Location')).toBe(`/api/assets/${lamp(41).id}`)
  const again = await desk.get(`/api/assets/${lamp(41).id}`)
  expect([await again.json(), again.headers.get('ETag')]).toEqual([card, response.headers.get('ETag')])
  const { rows } = await desk.json(`/api/assets/${lamp(41).id}/history`)
  expect(rows).toMatchObject([{ kind: 'asset-added', actor: 'system:write-key', reason: '新装' }])
  expect(response.headers.get('Log-Seq')).toBe(String(rows[0].seq))
})

test('a code that was given once is never minted again; one that is given is taken as it is', async () => {
  const desk = await writeDesk()
  expect((await desk.remove(lamp(40).id)).status).toBe(204)
  expect(await (await desk.add(NEW_LAMP)).json()).toMatchObject({ id: lamp(41).id })
  expect(await (await desk.add({ ...NEW_LAMP, id: lamp(500).id, code: '01037' })).json()).toMatchObject({
    id: lamp(500).id,
  })
  expect(await problem(await desk.add({ ...NEW_LAMP, id: lamp(500).id }))).toMatchObject({
    status: 409,
    code: 'id-taken',
  })
})

test('a field decides the code where the layer has several, and then stands for good', async () => {
  const desk = await writeDesk()
  const drain = { ...NEW_LAMP, layer: 'drains', status: 'normal', fields: { kind: 'storm-manhole' } }
  const { id, code } = await (await desk.add(drain)).json()
  expect([id, code]).toEqual(['54062601003000001', '01003'])
  const other = await desk.patch(id, { fields: { kind: 'inlet' } })
  expect(await problem(other)).toMatchObject({ status: 400, code: 'other-type', parameter: 'id' })
  expect(await problem(await desk.patch(id, { fields: { kind: null } }))).toMatchObject({ code: 'missing' })
})

test('a patch changes what it names and nothing else; null takes a field away', async () => {
  const desk = await writeDesk()
  const before = await desk.json(`/api/assets/${ID}`)
  const response = await desk.patch(ID, { status: 'fault', fields: { powerW: null, heightM: 8 }, reason: '夜查' })
  expect(response.status).toBe(200)
  const fields = { road: '藏北路', roadClass: 'main', heightM: 8 }
  const after = { ...before, status: 'fault', state: 'late', statusName: { zh: '不亮', en: 'Dark' }, fields }
  expect(await response.json()).toMatchObject({
    ...after,
    statusName: { zh: '不亮' },
    changedAt: '2026-05-01T04:00:00.000Z',
  })
  const { rows } = await desk.json(`/api/assets/${ID}/history`)
  expect(rows[0]).toMatchObject({ kind: 'asset-changed', reason: '夜查', after: { fields } })
})

test('a move alone is called a move in the log, a move with more a change', async () => {
  const desk = await writeDesk()
  await desk.patch(ID, { geometry: NEW_LAMP.geometry, status: 'on' })
  await desk.patch(ID, { geometry: { type: 'Point', coordinates: [93.78, 31.88] }, status: 'off' })
  const { rows } = await desk.json(`/api/assets/${ID}/history`)
  expect(rows.map(({ kind }: { kind: string }) => kind)).toEqual(['asset-changed', 'asset-moved', 'asset-added'])
})

test('a patch that changes nothing writes nothing', async () => {
  const desk = await writeDesk()
  const { seq } = await desk.store.head('540626')
  const etag = await desk.etag(ID)
  const response = await desk.patch(ID, { status: 'on', fields: { powerW: 120 } })
  expect([response.status, response.headers.get('ETag')]).toEqual([200, etag])
  expect((await desk.store.head('540626')).seq).toBe(seq)
})

test('a removal keeps its reason, and is gone from every answer', async () => {
  const desk = await writeDesk()
  const response = await desk.remove(ID)
  expect([response.status, await response.text()]).toEqual([204, ''])
  expect(await desk.refusal(`/api/assets/${ID}`)).toMatchObject({ status: 404 })
  expect((await desk.json('/api/layers/streetlights/features?limit=1')).numberMatched).toBe(39)
  expect(await desk.json(`/api/assets/${ID}/history`)).toMatchObject({
    rows: [{ kind: 'asset-removed', reason: '重复登记', after: null }, { kind: 'asset-added' }],
  })
  expect(await problem(await desk.remove(ID))).toMatchObject({ status: 404, code: 'unknown-asset' })
})

test('nobody writes without the key', async () => {
  const desk = await writeDesk()
  const { seq } = await desk.store.head('540626')
  for (const Authorization of ['', 'Bearer', `Basic ${KEY}`, KEY]) {
    const response = await desk.add(NEW_LAMP, { Authorization })
    expect([response.status, response.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="gridkeeper"'])
    expect(await problem(response)).toMatchObject({ code: 'no-key' })
  }
  for (const Authorization of [`Bearer ${KEY}x`, `Bearer ${KEY.slice(1)}`, 'Bearer undefined']) {
    const response = await desk.patch(ID, { status: 'off' }, { Authorization })
    expect(response.headers.get('WWW-Authenticate')).toContain('invalid_token')
    expect(await problem(response)).toMatchObject({ status: 401, code: 'wrong-key' })
  }
  expect((await desk.store.head('540626')).seq).toBe(seq)
  expect((await desk.add(NEW_LAMP, { Authorization: `bearer ${KEY}` })).status).toBe(201)
})

test('where no key is set every write is closed, and the answer says how to open it', async () => {
  const { app } = await testCity()
  for (const [method, path] of [
    ['POST', '/api/assets'],
    ['PATCH', `/api/assets/${ID}`],
    ['DELETE', `/api/assets/${ID}`],
  ]) {
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${KEY}` }
    const refused = await problem(await app.request(String(path), { method, headers, body: '{}' }))
    expect(refused).toMatchObject({ status: 403, code: 'writes-closed' })
    expect(refused.detail).toContain('WRITE_KEY')
  }
})

test('a page of another origin and what is not JSON is refused', async () => {
  const desk = await writeDesk()
  expect(await problem(await desk.add(NEW_LAMP, { Origin: 'https://else.example' }))).toMatchObject({ status: 403 })
  expect(await problem(await desk.add(NEW_LAMP, { 'Content-Type': 'text/plain' }))).toMatchObject({ status: 415 })
  expect(await problem(await desk.add('{"layer":'))).toMatchObject({ status: 400 })
  expect(await problem(await desk.add('[]'))).toMatchObject({ status: 400 })
})

test('the first thing is refused where there is no city to put it into', async () => {
  const desk = await writeDesk({ assets: [] })
  expect(await problem(await desk.add(NEW_LAMP))).toMatchObject({ status: 409, code: 'no-city' })
  const named = await writeDesk({ assets: [] }, { city: '540626' })
  expect(await (await named.add(NEW_LAMP)).json()).toMatchObject({ id: lamp(1).id })
})

test('the document of the API has the writes, their key and all their refusals', async () => {
  const { paths, components } = await (await writeDesk()).json('/openapi.json')
  expect(components.securitySchemes.writeKey).toMatchObject({ type: 'http', scheme: 'bearer' })
  const statuses = (operation: { responses: object }) => Object.keys(operation.responses).map(Number)
  const { post } = paths['/api/assets']
  const { patch, delete: remove } = paths['/api/assets/{id}']
  expect(statuses(post)).toEqual([201, 400, 401, 403, 409, 413, 415, 422, 503])
  expect(statuses(patch)).toEqual([200, 400, 401, 403, 404, 412, 413, 415, 422, 428, 503])
  expect(statuses(remove)).toEqual([204, 400, 401, 403, 404, 412, 422, 428, 503])
  for (const operation of [post, patch, remove]) expect(operation.security).toEqual([{ writeKey: [] }])
})
