import { expect, test } from 'vitest'
import { z } from 'zod'
import { Case } from '../../../server/contract/case.ts'
import { LIVE_EVENTS, LiveChange } from '../../../server/contract/live.ts'
import { changeOf, LiveRow } from '../../../server/live/live-row.ts'
import { frameReader } from '../../../web/live/frames.ts'
import { newsOf } from '../../../web/live/live-news.ts'
import { complaint, lamp, visit } from '../../support/entries.ts'

/** Every path of a JSON schema, `emergencies.[].address`. */
function pathsOf(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const of = schema as Record<string, unknown>
  const inner = ['anyOf', 'oneOf', 'allOf'].flatMap((key) =>
    ((of[key] as unknown[]) ?? []).flatMap((one) => pathsOf(one, path)),
  )
  const items = pathsOf(of.items, `${path}[]`)
  const members = Object.entries((of.properties as object) ?? {}).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key
    return [at, ...pathsOf(value, at)]
  })
  return [...new Set([...members, ...items, ...inner])]
}

const PERSONAL =
  /phone|tel|mobile|complainant|reporter|caller|idcard|byname|^actor|\bby\b|acknowledgedby|exif|bytes|url|src|reason/i

test('no event of the stream has a place for a name, a phone or a photo of anybody (W14)', () => {
  for (const [event, schema] of Object.entries(LIVE_EVENTS)) {
    const paths = pathsOf(z.toJSONSchema(schema, { io: 'input' }))
    expect(paths.length, event).toBeGreaterThan(1)
    const suspect = paths.filter((path) => PERSONAL.test(path.split('.').at(-1) ?? ''))
    // `by` of an owner is the rule that found the unit: asset-owner, area or none.
    expect(
      suspect.filter((path) => !path.endsWith('owner.by')),
      event,
    ).toEqual([])
    // A photo is a count.
    expect(paths.filter((path) => /photo/i.test(path)).every((path) => /(^|\.)photos$/.test(path))).toBe(true)
    // The only name is that of a thing.
    expect(paths.filter((path) => /name$/i.test(path)).every((path) => path === 'state.name')).toBe(true)
  }
})

test('what people wrote into a case besides the problem and the place is not told', () => {
  const state = Case.parse({
    ...complaint(1, { acknowledgedBy: 'person:SECRET' }),
    request: {
      kind: 'extension',
      by: 'person:SECRET',
      byName: 'SECRET',
      at: '2026-01-01T00:00:00Z',
      reason: 'SECRET',
      longer: null,
    },
    photos: [
      { id: 'SECRET', phase: 'before', addedAt: '2026-01-01T00:00:00Z', by: 'person:SECRET', warnings: ['SECRET'] },
    ],
    reports: [{ id: 'SECRET', source: 'hotline-12345', at: '2026-01-01T00:00:00Z' }],
  })
  const row = { ...rowOf('case', state.id, state), actor: 'person:SECRET', reason: 'SECRET' }
  const change = changeOf(row)
  if (!change) throw new Error('a case is told')
  const text = new LiveRow(change).frame('new').toString()
  expect(text).not.toContain('SECRET')
  expect(text).toContain('路灯不亮')
  expect(change).toMatchObject({ state: { photos: 1, reports: 1, request: 'extension' } })
})

test('every row of the log that is told can be read by a page, one of the past with fewer fields too', () => {
  const { request: _r, photos: _p, clocks: _c, urgency: _u, ...old } = complaint(1)
  const rows = [
    rowOf('case', 'case-0001', complaint(1)),
    rowOf('case', 'case-0001', old),
    rowOf('asset', lamp(1).id, lamp(1)),
    rowOf('asset', lamp(1).id, null),
    rowOf('inspection', 'visit-0001', visit(1)),
    ...(['city', 'import', 'crew', 'screen', 'rule'] as const).map((entity) => rowOf(entity, 'x', { any: 'thing' })),
  ]
  for (const row of rows) {
    const change = changeOf(row)
    expect(LiveChange.safeParse(change).error, row.entity).toBeUndefined()
    if (!change) continue
    const [frame] = frameReader()(new LiveRow(change).frame('change').toString())
    expect(frame && newsOf(frame)).toMatchObject({ event: 'change', data: { seq: row.seq, entity: row.entity } })
  }
  for (const entity of ['person', 'complainant', 'photo', 'retention'] as const)
    expect(changeOf(rowOf(entity, 'x', { name: 'SECRET' }))).toBeUndefined()
})

const rowOf = (entity: Parameters<typeof changeOf>[0]['entity'], entityId: string, after: unknown) => ({
  ...{ city: '540626', seq: 7, at: '2026-01-01T00:00:00.000Z', actor: 'person:test', kind: `${entity}-changed` },
  ...{ entity, entityId, after, reason: null, hash: '' },
})
