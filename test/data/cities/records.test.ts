import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { MadeRecord } from '../../../data/cities/city.ts'
import { countFigures } from '../../../data/cities/suo/records/count-figures.ts'
import { FIGURES, SLACK } from '../../../data/cities/suo/records/figures-2024.ts'
import { makeRecords } from '../../../data/cities/suo/records/make-records.ts'
import { Asset } from '../../../server/contract/asset.ts'
import { Case } from '../../../server/contract/case.ts'
import { Inspection } from '../../../server/contract/inspection.ts'
import { Layer } from '../../../server/contract/layer.ts'
import { smallTown } from './small-town.ts'

const city = smallTown()
const NOW = '2026-11-20T10:20:00+08:00'
const plan = { assets: city.assets, centre: city.centre, area: city.area, seed: 7, now: NOW }
let records: MadeRecord[] = []
beforeAll(() => {
  records = makeRecords(plan)
})

describe('the records of a made city', () => {
  test('are the same bytes for the same seed and now, and others for another seed', () => {
    const early = { ...plan, now: '2025-03-01T12:00:00+08:00' }
    const made = JSON.stringify(makeRecords(early))
    expect(JSON.stringify(makeRecords(early))).toBe(made)
    expect(JSON.stringify(makeRecords({ ...early, seed: 8 }))).not.toBe(made)
  })

  test('stand in the order of time, none after now', () => {
    for (const [i, { at }] of records.entries()) expect(at >= (records[i - 1]?.at ?? '')).toBe(true)
    expect((records.at(-1)?.at ?? '') <= NOW).toBe(true)
  })

  test('go on where an earlier now ended', () => {
    const recentFrom = '2025-01-06'
    const first = makeRecords({ ...plan, recentFrom, now: '2025-01-14T15:00:00+08:00' })
    const later = makeRecords({ ...plan, recentFrom, now: '2025-01-17T10:00:00+08:00' })
    expect(later.length).toBeGreaterThan(first.length + 30)
    expect(JSON.stringify(later.slice(0, first.length))).toBe(JSON.stringify(first))
  })

  test('are states as the contract has them, each of its own thing', () => {
    const schemas = { case: Case, inspection: Inspection, asset: Asset }
    for (const { entity, entityId, after } of records) expect(schemas[entity].parse(after).id).toBe(entityId)
  })

  test('name codes that are in the tables, and statuses and fields that the catalogue has', () => {
    const tables = ['gbt47678.5-2026.csv', 'local-extension.csv'].map((name) =>
      readFileSync(`data/codes/${name}`, 'utf8'),
    )
    const codes = new Set(
      tables.flatMap((text) => text.split('\n')).map((line) => line.split(',').slice(0, 2).join(' ')),
    )
    const layers = new Map<string, Layer>()
    const unknown = new Set<string>()
    for (const { entity, after } of records) {
      if (entity === 'case' && !codes.has(`${after.kind} ${after.code}`)) unknown.add(`${after.kind} ${after.code}`)
      if (entity !== 'asset') continue
      const { layer: id, status, fields, edition } = Asset.parse(after)
      const layer = layers.get(id) ?? Layer.parse(JSON.parse(readFileSync(`data/catalogue/${id}.json`, 'utf8')))
      layers.set(id, layer)
      if (!layer.statuses.some((one) => one.id === status)) unknown.add(`${id} ${status}`)
      for (const key of Object.keys(fields))
        if (!layer.fields.some((one) => one.key === key)) unknown.add(`${id} ${key}`)
      if (layer.edition !== edition) unknown.add(`${id} ${edition}`)
    }
    expect([...unknown]).toEqual([])
    expect(layers.size).toBeGreaterThan(8)
  })

  test('number the cases of a day from 0001 on, in the order of receipt', () => {
    const received = records.filter(({ kind }) => kind === 'case-received').map(({ after }) => Case.parse(after))
    const seen = new Map<string, number>()
    for (const { number, receivedAt } of received) {
      const day = receivedAt.slice(0, 10).replaceAll('-', '')
      seen.set(day, (seen.get(day) ?? 0) + 1)
      expect(number).toBe(`${day}-${String(seen.get(day)).padStart(4, '0')}`)
    }
    expect(seen.size).toBeGreaterThan(600)
  })

  test('take every case from received to its end, step by step', () => {
    const order = ['received', 'filed', 'dispatched', 'handled', 'closed']
    const reached = new Map<string, number>()
    for (const { entity, entityId, after } of records) {
      if (entity !== 'case') continue
      const { status } = Case.parse(after)
      const step = order.indexOf(status === 'unsolved' ? 'closed' : status)
      expect(step).toBe((reached.get(entityId) ?? -1) + 1)
      reached.set(entityId, step)
    }
  })
})

describe('the figures of 2024', () => {
  test.each(FIGURES)('$id is $value', ({ id, value, atLeast }) => {
    const count = countFigures(records)[id] ?? Number.NaN
    expect(count).toBeGreaterThanOrEqual(value)
    expect(count).toBeLessThan(value + (atLeast ? SLACK : 1e-9))
  })

  test('hold for other seeds', () => {
    for (const seed of [1, 2, 3, 20317]) {
      const counts = countFigures(makeRecords({ ...plan, seed, now: '2025-01-10T00:00:00+08:00' }))
      const wrong = FIGURES.filter(({ id, value, atLeast }) => {
        const count = counts[id] ?? Number.NaN
        return !(count >= value && count < value + (atLeast ? SLACK : 1e-9))
      })
      expect(wrong.map(({ id }) => `${id} with seed ${seed}`)).toEqual([])
    }
  })

  test('each notice when one thing that they count is missing', () => {
    const before = countFigures(records)
    const unnoticed = new Set(FIGURES.map(({ id }) => id))
    const inYear = records.filter(({ entity, at }) => entity !== 'asset' && at < '2025-02-01')
    for (const missing of new Set(inYear.map(({ entityId }) => entityId))) {
      if (unnoticed.size === 0) break
      const after = countFigures(inYear.filter(({ entityId }) => entityId !== missing))
      for (const id of [...unnoticed]) if ((after[id] ?? 0) < (before[id] ?? 0)) unnoticed.delete(id)
    }
    expect([...unnoticed]).toEqual([])
  })

  test('were worked on working days and in the right season', () => {
    const last = new Map(
      records.filter(({ entity }) => entity === 'case').map((row) => [row.entityId, Case.parse(row.after)]),
    )
    const year = [...last.values()].filter(({ receivedAt }) => receivedAt.startsWith('2024'))
    const waste = year.filter(({ quantity }) => quantity?.unit === 't')
    expect(waste.every(({ receivedAt }) => receivedAt >= '2024-04-02')).toBe(true)
    const guardrails = year.filter(({ code, kind }) => code === '02017' && kind === 'component')
    for (const { receivedAt } of guardrails) expect(['01', '02', '03', '11', '12']).toContain(receivedAt.slice(5, 7))
    const fires = year.filter(({ outcome }) => outcome === 'extinguished')
    const cold = fires.filter(({ receivedAt }) => ['01', '02', '03', '11', '12'].includes(receivedAt.slice(5, 7)))
    expect(cold.length / fires.length).toBeGreaterThan(0.55)
    expect(year.every(({ closedAt }) => closedAt?.startsWith('2024'))).toBe(true)
  })
})
