import { expect, test } from 'vitest'
import { WasteManifest } from '../../../server/contract/manifest.ts'
import { COLUMNS } from '../../../web/i18n/manifest-columns.ts'
import { instantOf, readManifests } from '../../../web/plan/waste/read-manifests.ts'

const HEAD = Object.values(COLUMNS).map(([name]) => name ?? '')
const row = (of: Partial<Record<keyof WasteManifest, string>> = {}): string[] => {
  const whole = {
    ...{ id: 'L-1', projectId: 'P-1', projectName: '安置小区', carrier: '一队', plate: '藏A00001', disposalId: 'D-1' },
    ...{ dischargedAt: '2026-11-20 09:30', dischargedT: '18.5' },
    ...{ receivedAt: '2026-11-20 10:05', receivedT: '18.4' },
  }
  return (Object.keys(COLUMNS) as (keyof WasteManifest)[]).map((column) => of[column] ?? whole[column])
}
const faultsOf = (...rows: string[][]) =>
  readManifests([HEAD, ...rows]).faults.map(({ row: at, column, why }) => `${at} ${column} ${why}`)

test('a row of a table is a load that the server takes, its times in Shanghai', () => {
  const { manifests, faults, rows } = readManifests([HEAD, row(), row({ id: 'L-2', receivedAt: '', receivedT: '' })])
  expect([faults, rows]).toEqual([[], 2])
  expect(manifests).toMatchObject([
    { id: 'L-1', dischargedAt: '2026-11-20T01:30:00.000Z', dischargedT: 18.5, receivedT: 18.4 },
    { id: 'L-2', receivedAt: null, receivedT: null },
  ])
  for (const one of manifests) expect(WasteManifest.safeParse(one).success).toBe(true)
})

test('columns go by their other names, in any order, with units and a byte order mark', () => {
  const names = ['\uFEFF出场吨（t）', '联单编号', 'Project ID', '项目名称', '运输单位', '消纳场', '出土时间']
  const cells = ['20', 'L-1', 'P-1', '安置小区', '一队', 'D-1', '2026/11/20 9:30:05']
  expect(readManifests([names, cells])).toMatchObject({
    ...{ missing: [], faults: [] },
    manifests: [{ id: 'L-1', plate: '', dischargedT: 20, dischargedAt: '2026-11-20T01:30:05.000Z', receivedT: null }],
  })
})

test('a table without a column that must be there is not read', () => {
  const at = HEAD.indexOf('工地编号')
  const without = (cells: string[]) => cells.filter((_, index) => index !== at)
  expect(readManifests([without(HEAD), without(row())])).toMatchObject({
    missing: ['projectId'],
    manifests: [],
    rows: 0,
  })
})

test('each fault is told by its row and column, and its row is left out', () => {
  const { manifests, faults } = readManifests([
    ...[HEAD, row(), ['', ''], row({ id: 'L-3', dischargedT: '十八' }), row({ id: 'L-4', dischargedAt: '昨天' })],
    ...[row({ id: 'L-5', receivedT: '' }), row({ id: 'L-6', carrier: '' }), row({ id: 'L-1' })],
    ...[row({ id: 'L-7', dischargedT: '1001' }), row({ id: 'L-8', receivedAt: '2026-11-20 09:00' })],
    row({ id: 'L-9', plate: '车'.repeat(21) }),
  ])
  expect(faults.map(({ row: at, column, why }) => `${at} ${column} ${why}`)).toEqual([
    '4 dischargedT no-number',
    '5 dischargedAt no-time',
    '6 receivedT half',
    '7 carrier missing',
    '8 id twice',
    '9 dischargedT out-of-range',
    '10 receivedAt early',
    '11 plate too-long',
  ])
  expect(manifests.map(({ id }) => id)).toEqual(['L-1'])
})

test('a row with several faults tells all of them', () => {
  expect(faultsOf(row({ id: '', dischargedT: '', dischargedAt: '2026-02-30 08:00' }))).toEqual([
    ...['2 id missing', '2 dischargedAt no-time', '2 dischargedT missing'],
  ])
})

test('a time says its zone, or is of Shanghai; a day that is none is no time', () => {
  expect(instantOf('2026-11-20T01:30:00Z')).toBe('2026-11-20T01:30:00.000Z')
  expect(instantOf('2026-11-20 09:30')).toBe('2026-11-20T01:30:00.000Z')
  expect(instantOf('2026-11-20')).toBeUndefined()
  expect(instantOf('2026-02-30 09:30')).toBeUndefined()
  expect(instantOf('2026-11-20 25:00')).toBeUndefined()
})
