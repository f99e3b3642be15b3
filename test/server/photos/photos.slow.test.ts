import { request as ask } from 'node:http'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Client } from '../../support/client.ts'
import { onEachEngine } from '../../support/engines.ts'
import { complaint, SUO } from '../../support/entries.ts'
import { picture, pngBomb } from '../../support/pictures.ts'
import { everyTable } from '../../support/plant.ts'
import { type TestCity, testCity } from '../../support/test-city.ts'

const UNIT_GRID = '540626100001001'
const REASON = { reason: '核对车牌号码' }

onEachEngine((_, engine) => {
  const opened = () =>
    testCity({
      engine,
      cases: [
        complaint(1, {
          ...{ status: 'handling', unitGrid: UNIT_GRID, crewId: 'crew-1', contractor: '甲公司' },
          ...{ receivedAt: '2026-05-01T08:00:00+08:00', dispatchedAt: '2026-05-01T10:00:00+08:00' },
        }),
        complaint(2, { status: 'closed', closedAt: '2026-02-01T00:00:00Z' }),
      ],
    })
  const crewOf = (city: TestCity) => city.as('crew', { crewId: 'crew-1', contractor: '甲公司' })
  const send = (city: TestCity, who: Client, bytes: Buffer, path = 'case-0001/photos?phase=after', headers = {}) =>
    city.app.request(`/api/cases/${path}`, {
      method: 'POST',
      headers: { Cookie: who.cookie, 'Content-Type': 'image/jpeg', ...headers },
      body: new Uint8Array(bytes),
    })
  const added = async (city: TestCity, who: Client, bytes: Buffer) => {
    const answer = await send(city, who, bytes)
    if (answer.status !== 201) throw new Error(await answer.text())
    return answer.json()
  }

  test('a photo of the work is a step of its case; what EXIF says against it is a warning', async () => {
    const city = await opened()
    const crew = await crewOf(city)
    const { seq: before } = await city.store.head(SUO)
    const there = { time: '2026:05:01 11:00:00', place: [93.785, 31.886], datum: 'WGS-84' } as const
    const fair = await added(city, crew, await picture(there))
    expect(fair).toMatchObject({ phase: 'after', by: crew.id, warnings: [] })
    const doubtful = await added(
      city,
      crew,
      await picture({ ...there, time: '2026:04:30 11:00:00', place: [93.8, 31.886] }),
    )
    expect(doubtful.warnings).toEqual(['far-away', 'too-early'])
    expect((await added(city, crew, await picture())).warnings).toEqual(['no-place', 'no-time'])
    const { photos } = await crew.json('/api/cases/case-0001')
    expect(photos.map(({ id }: { id: string }) => id)).toHaveLength(3)
    const rows = await city.store.readLog({ city: SUO, after: before })
    expect(rows.map(({ kind, actor }) => [kind, actor])).toEqual(
      Array.from({ length: 3 }, () => [
        ['case-photo-added', crew.id],
        ['photo-added', crew.id],
      ]).flat(),
    )
    expect(rows[0]).toMatchObject({ entity: 'case', entityId: 'case-0001', after: { photos: [{ id: fair.id }] } })
  })

  test('what is shown holds no EXIF; the original comes whole to who may, with a reason that is logged', async () => {
    const city = await opened()
    const taken = await picture({ width: 3000, height: 2000, time: '2026:05:01 11:00:00', place: [93.785, 31.886] })
    const { id } = await added(city, await crewOf(city), taken)
    const lead = await city.as('duty-lead')
    for (const [path, longest] of [
      [`/api/photos/${id}`, 2048],
      [`/api/photos/${id}/thumbnail`, 320],
    ] as const) {
      const shown = await lead.get(path)
      expect(Object.fromEntries(shown.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      const bytes = Buffer.from(await shown.arrayBuffer())
      const { width, exif } = await sharp(bytes).metadata()
      expect([width, exif, bytes.includes('王五')]).toEqual([longest, undefined, false])
      expect((await lead.get(path, { 'If-None-Match': shown.headers.get('ETag') ?? '' })).status).toBe(304)
    }
    for (const role of ['acceptor', 'supervisor', 'crew', 'commander'] as const)
      expect((await (await city.as(role)).post(`/api/photos/${id}/original`, REASON)).status, role).toBe(403)
    expect((await lead.post(`/api/photos/${id}/original`, { reason: '' })).status).toBe(400)
    const { seq: before } = await city.store.head(SUO)
    const original = await lead.post(`/api/photos/${id}/original`, REASON)
    expect(original.headers.get('Content-Disposition')).toBe(`attachment; filename="${id}.jpg"`)
    expect(original.headers.get('Content-Type')).toBe('application/octet-stream')
    expect(original.headers.get('Cache-Control')).toBe('no-store')
    expect(Buffer.from(await original.arrayBuffer()).equals(taken)).toBe(true)
    expect(await city.store.readLog({ city: SUO, after: before })).toMatchObject([
      { kind: 'original-photo-read', entity: 'photo', entityId: id, actor: lead.id, reason: REASON.reason },
    ])
    const tables = await everyTable(city.store)
    expect([...tables].filter(([, text]) => text.includes('王五')).map(([name]) => name)).toEqual([])
  })

  test('what is painted over is seen by nobody again, not out of a cache either; the original stays', async () => {
    const city = await opened()
    const taken = await picture({ colour: '#fff' })
    const { id } = await added(city, await crewOf(city), taken)
    const acceptor = await city.as('acceptor')
    const etag = (await acceptor.get(`/api/photos/${id}`)).headers.get('ETag') ?? ''
    const boxes = [{ left: 0.25, top: 0.25, width: 0.5, height: 0.5 }]
    expect((await (await crewOf(city)).post(`/api/photos/${id}/redactions`, { boxes })).status).toBe(403)
    const painted = await acceptor.post(`/api/photos/${id}/redactions`, { boxes })
    expect(await painted.json()).toMatchObject({ id, version: 2, redactions: boxes })
    for (const path of [`/api/photos/${id}`, `/api/photos/${id}?version=2`, `/api/photos/${id}/thumbnail`]) {
      const answer = await acceptor.get(path, { 'If-None-Match': etag })
      expect(answer.status).toBe(200)
      const middle = sharp(Buffer.from(await answer.arrayBuffer())).extract({
        left: 120,
        top: 90,
        width: 40,
        height: 40,
      })
      const { channels } = await sharp(await middle.png().toBuffer()).stats()
      expect(channels[0]?.max).toBeLessThan(130)
    }
    const lead = await city.as('duty-lead')
    const original = await lead.post(`/api/photos/${id}/original`, REASON)
    expect(Buffer.from(await original.arrayBuffer()).equals(taken)).toBe(true)
    expect(
      (await acceptor.post(`/api/photos/${id}/redactions`, { boxes: [{ left: 0.9, top: 0, width: 0.5, height: 1 }] }))
        .status,
    ).toBe(400)
  })

  test('two who paint at once: one is told to look again', async () => {
    const city = await opened()
    const { id } = await added(city, await crewOf(city), await picture())
    const acceptor = await city.as('acceptor')
    const box = (left: number) => ({ boxes: [{ left, top: 0, width: 0.1, height: 0.1 }] })
    const both = [0.1, 0.6].map((left) => acceptor.post(`/api/photos/${id}/redactions`, box(left)))
    const statuses = (await Promise.all(both)).map(({ status }) => status)
    expect(statuses.sort()).toEqual([200, 409])
  })

  test('nobody sees a photo of a case that is not theirs; guests and walls see none', async () => {
    const city = await opened()
    const { id } = await added(city, await crewOf(city), await picture())
    for (const path of [`/api/photos/${id}`, `/api/photos/${id}/thumbnail`]) {
      expect((await city.guest.get(path)).status).toBe(401)
      for (const [who, status] of [
        [await city.as('supervisor'), 200],
        [await crewOf(city), 200],
        [await city.as('screen'), 404],
        [await city.as('crew', { crewId: 'crew-2' }), 404],
        [await city.as('supervisor', { areas: ['540626101'] }), 404],
        [await city.as('commander', { contractor: '乙公司' }), 404],
      ] as const)
        expect((await who.get(path)).status).toBe(status)
    }
    const other = await city.as('duty-lead', { areas: ['540626101'] })
    expect((await other.post(`/api/photos/${id}/original`, REASON)).status).toBe(404)
    expect(
      (await other.post(`/api/photos/${id}/redactions`, { boxes: [{ left: 0, top: 0, width: 1, height: 1 }] })).status,
    ).toBe(404)
    expect((await send(city, await city.as('crew', { crewId: 'crew-2' }), await picture())).status).toBe(404)
  })

  test('a file that is no photo, of another type, too large or of the wrong moment is refused, and nothing is kept', async () => {
    const city = await opened()
    const crew = await crewOf(city)
    const { seq: before } = await city.store.head(SUO)
    const fine = await picture()
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const refused = async (bytes: Buffer, path?: string, headers?: Record<string, string>) => {
      const { status, code } = await crew.problem(send(city, crew, bytes, path, headers))
      return `${status} ${code}`
    }
    const after = 'case-0001/photos?phase=after'
    expect(await refused(svg)).toBe('415 not-a-photo')
    expect(await refused(svg, after, { 'Content-Type': 'image/svg+xml' })).toBe('415 bad-type')
    for (const type of [
      'application/json',
      'text/plain',
      'multipart/form-data; boundary=x',
      'application/octet-stream',
    ])
      expect(await refused(fine, after, { 'Content-Type': type }), type).toBe('415 bad-type')
    expect(await refused(fine.subarray(0, fine.length / 2))).toBe('415 broken-photo')
    expect(await refused(pngBomb(30_000, 30_000), after, { 'Content-Type': 'image/png' })).toBe('413 too-many-pixels')
    expect(await refused(Buffer.concat([fine, Buffer.alloc(10 * 1024 * 1024)]))).toBe('413 too-large')
    expect(await refused(fine, 'case-0001/photos')).toBe('400 bad-phase')
    expect(await refused(fine, 'case-0001/photos?phase=during')).toBe('400 bad-phase')
    expect(await refused(fine, 'case-0001/photos?phase=check')).toBe('403 not-allowed')
    expect(await refused(fine, after, { 'Sec-Fetch-Site': 'cross-site' })).toBe('403 foreign-origin')
    const inspector = await city.as('inspector')
    expect((await send(city, inspector, fine, 'case-0002/photos?phase=check')).status).toBe(409)
    expect((await send(city, await city.as('planner'), fine)).status).toBe(403)
    expect((await send(city, city.guest, fine)).status).toBe(401)
    const rows = await city.store.readLog({ city: SUO, after: before })
    expect(rows.filter(({ entity }) => entity === 'case' || entity === 'photo')).toEqual([])
    const tables = await everyTable(city.store)
    for (const name of ['photos', 'photo_copies', 'photo_originals']) expect(tables.get(name)).toBe('')
  })

  test('the same photo sent again under its key is there once', async () => {
    const city = await opened()
    const crew = await crewOf(city)
    const key = { 'Idempotency-Key': 'photo-1' }
    const fine = await picture()
    const first = await send(city, crew, fine, undefined, key)
    const again = await send(city, crew, fine, undefined, key)
    expect([first.status, again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, 201, 'true'])
    expect(await again.json()).toEqual(await first.json())
    expect((await crew.json('/api/cases/case-0001')).photos).toHaveLength(1)
    const other = await crew.problem(send(city, crew, await picture({ colour: '#000' }), undefined, key))
    expect(other.code).toBe('key-reused')
  })

  test('eight photos at once are all there', async () => {
    const city = await opened()
    const crew = await crewOf(city)
    const colours = ['#111', '#222', '#333', '#444', '#555', '#666', '#777', '#888']
    const statuses = await Promise.all(
      colours.map(async (colour) => (await send(city, crew, await picture({ colour }))).status),
    )
    expect(new Set(statuses)).toEqual(new Set([201]))
    expect((await crew.json('/api/cases/case-0001')).photos).toHaveLength(8)
  })
})

test('over a real port: ten megabytes come through, a byte more is refused with or without a length', async () => {
  const city = await testCity({ cases: [complaint(1, { status: 'handling', crewId: 'crew-1' })] })
  const { cookie } = await city.as('crew', { crewId: 'crew-1' })
  const url = `${await city.listen()}/api/cases/case-0001/photos?phase=after`
  const fine = await picture({ width: 800, height: 600 })
  const most = Buffer.concat([fine, Buffer.alloc(10 * 1024 * 1024 - fine.length)])
  const post = (bytes: Buffer, chunked: boolean) =>
    new Promise<number | undefined>((resolve, reject) => {
      const length = chunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': bytes.length }
      const headers = { Cookie: cookie, 'Content-Type': 'image/jpeg', ...length }
      const asked = ask(url, { method: 'POST', headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
      asked.on('error', reject)
      // A refusal comes before the last byte is sent, and ends the connection.
      asked.on('socket', (socket) => socket.on('error', () => undefined))
      asked.end(bytes)
    })
  expect(await post(most, false)).toBe(201)
  expect(await post(most, true)).toBe(201)
  const more = Buffer.concat([most, Buffer.alloc(1)])
  expect(await post(more, false)).toBe(413)
  expect(await post(more, true)).toBe(413)
})
