import { expect, test } from 'vitest'
import { random } from '../../../data/cities/town/random.ts'
import { CaseSource } from '../../../server/contract/case.ts'
import { NewReport } from '../../../server/contract/case-input.ts'
import { mayReport } from '../../../server/contract/case-life.ts'
import type { Post } from '../../../server/contract/role.ts'
import { reportGapMs } from '../../../server/demo/pace.ts'
import { planReport, type ReportView } from '../../../server/demo/plan-report.ts'
import { DEMO_CITIES } from '../../../server/demo-cities.ts'

const MORNING = Date.parse('2026-11-23T10:00:00+08:00')
const [suo] = DEMO_CITIES
if (!suo) throw new Error('there is no demo city')
const view: ReportView = {
  nowMs: MORNING,
  mix: suo,
  pick: ({ layer }) => ({ location: [93.785, 31.886], address: '藏北路', assetId: layer && '54062601037000001' }),
  cases: [],
}

test('reports come from every source, each taken in by a post that may', () => {
  const sources = new Map<string, number>()
  for (let i = 0; i < 4_000; i++) {
    const deed = planReport(view, random(1, `report ${i}`))
    if (deed?.do !== 'report' || !('post' in deed.by)) throw new Error('no report')
    const report = NewReport.parse(deed.report)
    expect(mayReport({ roles: [deed.by.post satisfies Post] }, report.source)).toBe(true)
    sources.set(report.source, (sources.get(report.source) ?? 0) + 1)
  }
  expect([...sources.keys()].sort()).toEqual([...CaseSource.options].sort())
  expect(sources.get('hotline-12345')).toBeGreaterThan(sources.get('county-mailbox') ?? 0)
})

test('the same chance gives the same report, and an emergency comes now and then', () => {
  const all = Array.from({ length: 1_000 }, (_, i) => planReport(view, random(2, `report ${i}`)))
  expect(planReport(view, random(2, 'report 7'))).toEqual(all[7])
  const urgent = all.filter((deed) => deed?.do === 'report' && deed.report.urgency === 'emergency').length
  expect(urgent).toBeGreaterThan(10)
  expect(urgent).toBeLessThan(80)
})

test('by day one comes every 15 to 35 s at speed 20, at night within a minute and a half, and never faster than a number of four digits a day', () => {
  const gaps = (nowMs: number, speed: number) => [0, 1].map((chance) => reportGapMs(chance, nowMs, speed) / 1_000)
  expect(gaps(MORNING, 20)).toEqual([15, 35])
  expect(Math.max(...gaps(MORNING + 14 * 3_600_000, 20))).toBeLessThan(90)
  expect(Math.min(...gaps(MORNING, 200))).toBeGreaterThan(86_400 / 9_999)
})
