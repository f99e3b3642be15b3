import { expect, test } from 'vitest'
import { ScreenReport } from '../../../../server/contract/wall.ts'
import { buildReport, type PageFacts } from '../../../../web/wall/endure/build-report.ts'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const facts = (of: Partial<PageFacts> = {}): PageFacts => ({
  ...{ now: NOW, fps: 29.97, heapBytes: 81_234_567, nodes: 1_234, heardAt: NOW - 4_200, figuresAt: NOW - 10_000 },
  ...{ paintedAt: NOW - 300, scene: 'overview', build: 'index-Dyv1BfZk', size: [3840, 2160], part: null },
  ...of,
})

test('a report is one that the server takes', () => {
  expect(ScreenReport.parse(buildReport(facts()))).toEqual({
    ...{ fps: 30, heapMB: 81.2, nodes: 1_234, dataAgeS: 4.2, lastPixelChangeAt: '2026-11-22T11:59:59.700Z' },
    ...{ scene: 'overview', build: 'index-Dyv1BfZk', size: [3840, 2160], part: null },
  })
  const strange = facts({ scene: 'x'.repeat(60), build: 'b'.repeat(100), size: [1279.6, 719.5], fps: 5_000 })
  const odd = buildReport({ ...strange, part: { index: 0, of: 3 } })
  expect(ScreenReport.parse(odd)).toMatchObject({ part: '1/3', size: [1280, 720] })
})

test('what the browser does not tell and what did not move is null, not 0', () => {
  expect(buildReport(facts({ fps: null, heapBytes: undefined }))).toMatchObject({ fps: null, heapMB: null })
  expect(buildReport(facts({ heardAt: 0 })).dataAgeS).toBeNull()
})

test('figures that stand still while the stream flows make what is shown old', () => {
  expect(buildReport(facts({ figuresAt: NOW - 600_000 })).dataAgeS).toBe(570)
  expect(buildReport(facts({ figuresAt: NOW - 29_000, heardAt: NOW })).dataAgeS).toBe(0)
})

test('a clock that was set back makes nothing younger than now', () => {
  expect(buildReport(facts({ heardAt: NOW + 60_000 })).dataAgeS).toBe(0)
})
