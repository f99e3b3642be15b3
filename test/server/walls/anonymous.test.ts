import { expect, test } from 'vitest'
import { z } from 'zod'
import { may } from '../../../server/contract/permission.ts'
import {
  SceneSet,
  Scenes,
  ScreenHealth,
  ScreenReport,
  WallEmergency,
  WallEvents,
  WallFigures,
  WallRemote,
} from '../../../server/contract/wall.ts'
import { NAME, PHONE, plant, reported } from '../../support/plant.ts'
import { testCity } from '../../support/test-city.ts'
import { addressOf, routesOf, twoStreets } from '../rights-desk.ts'

const PERSON = '欧阳'
const cases = [
  reported(1, { status: 'dispatched', crewId: 'crew-1', receivedAt: '2026-05-01T09:00:00+08:00' }),
  reported(2, {
    ...{ receivedAt: '2026-05-01T09:30:00+08:00', status: 'handling', acknowledgedBy: `person:${PERSON}` },
    ...{ request: request(), urgency: 'emergency' },
    photos: [{ id: 'p1', phase: 'before', addedAt: '2026-05-01T09:40:00+08:00', by: `person:${PERSON}`, warnings: [] }],
  }),
]

function request() {
  const who = { by: `person:${PERSON}`, byName: `${PERSON}值班长`, at: '2026-05-01T10:00:00+08:00' }
  return { kind: 'extension' as const, ...who, reason: '等料', longer: null, clockId: null }
}

/** All that a wall may read, but streams, tiles and photos: their bytes are looked at elsewhere. */
const isText = (path: string): boolean => !path.startsWith('/api/live') && !path.startsWith('/tiles')

test('nothing that a wall may read names who reported, or a phone (W14)', async () => {
  const city = await testCity({ ...twoStreets(), cases })
  await plant(city, cases)
  const wall = await city.as('screen')
  const readable = routesOf(city).filter(
    ({ method, path, right }) =>
      method === 'GET' &&
      isText(path) &&
      right &&
      (right === 'own' || may({ roles: ['screen'] }, right.deed, right.subject)),
  )
  expect(readable.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/api/wall/figures',
      '/api/wall/events',
      '/api/wall/scenes',
      '/api/cases',
      '/api/desk/cases',
    ]),
  )
  let shown = 0
  for (const { path } of readable) {
    const answer = await wall.get(addressOf(path, path.startsWith('/api/cases') ? (cases[0]?.id ?? '') : 'none'))
    const text = await answer.text()
    for (const secret of [NAME, PHONE, PHONE.slice(3, 7)])
      if (secret !== PHONE.slice(3, 7) || path.startsWith('/api/wall')) expect(text, path).not.toContain(secret)
    if (text.includes(cases[0]?.address ?? '-')) shown += 1
  }
  // Or the rest would prove nothing.
  expect(shown).toBeGreaterThan(2)
})

test('the wall’s own answers name no member of the staff, and no photo', async () => {
  const city = await testCity({ cases })
  const wall = await city.as('screen')
  for (const path of ['/api/wall/figures', '/api/wall/scenes']) {
    const text = JSON.stringify(await wall.json(path))
    for (const secret of [PERSON, 'person:', 'p1', cases[0]?.problem ?? '-']) expect(text, path).not.toContain(secret)
  }
})

/** Every key of a schema, all the way down. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { properties = {}, ...rest } = schema as { properties?: Record<string, unknown> }
  return [...Object.keys(properties), ...[...Object.values(properties), ...Object.values(rest)].flatMap(keysOf)]
}

test('the schemas of the wall have no place for a name, a phone or a photo of anybody (W14)', () => {
  const answers = [WallFigures, WallEvents, WallEmergency, WallRemote, Scenes, SceneSet, ScreenReport, ScreenHealth]
  const keys = answers.flatMap((one) => keysOf(z.toJSONSchema(one)))
  expect(keys).toContain('worstLateMinutes')
  const FORBIDDEN = /phone|reporter|complainant|photo|officer|idCard|person|actor|^by$|byName/i
  expect(keys.filter((key) => FORBIDDEN.test(key))).toEqual([])
})

test('a wall changes nothing: every address but its own report answers 403 (W3)', async () => {
  const city = await testCity({ cases })
  const wall = await city.as('screen')
  const writes = routesOf(city).filter(({ method }) => method !== 'GET')
  expect(writes.length).toBeGreaterThan(40)
  const open: string[] = []
  for (const { method, path } of writes) {
    const { status } = await wall.request(method, addressOf(path), {})
    if (status !== 403) open.push(`${method} ${path}`)
  }
  expect(open.sort()).toEqual(['POST /api/screens/faults', 'POST /api/wall/reports'])
})
