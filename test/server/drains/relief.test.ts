import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildReliefArchive } from '../../../server/basemap/build-relief.ts'
import { openArchive } from '../../../server/basemap/open-archive.ts'
import type { LngLat } from '../../../server/contract/geo.ts'
import { gatherTiles, layOut } from '../../../server/drains/read-relief.ts'
import { flowOf } from '../../../server/insight/drains/flow.ts'

const HOLLOW: LngLat = [93.785, 31.886]
const SLOPE: LngLat = [93.8, 31.886]

test('the relief of the base map is read as it was written, and its hollow is found', { timeout: 20_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'relief-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'relief.pmtiles')
  // A slope to the east with a hollow of 2 m, some 150 m across.
  const elevation = (lng: number, lat: number): number => {
    const away = Math.hypot((lng - HOLLOW[0]) * 94_400, (lat - HOLLOW[1]) * 111_195)
    return 4_000 - (lng - 93.7) * 1_000 - 8 * Math.max(0, 1 - away / 150)
  }
  await buildReliefArchive(elevation, [93.75, 31.87, 93.82, 31.9], path)
  const archive = await openArchive(path)
  onTestFinished(() => archive?.close())
  const tiles = archive && (await gatherTiles(archive, [HOLLOW, SLOPE]))
  if (!tiles) throw new Error('no relief')
  const { relief, cellOf } = layOut(tiles)
  expect(relief.cellM).toBeCloseTo(32.5, 0)
  // A cell is 32 m: the slope falls by 0.34 m in it.
  expect(Math.abs((relief.heights[cellOf(SLOPE)] ?? 0) - elevation(...SLOPE))).toBeLessThan(0.4)
  const { sinkM, catchmentM2 } = flowOf(relief)
  expect(sinkM[cellOf(HOLLOW)]).toBeGreaterThan(4)
  expect(sinkM[cellOf(SLOPE)]).toBe(0)
  expect(catchmentM2[cellOf(HOLLOW)]).toBeGreaterThan((catchmentM2[cellOf([93.77, 31.876])] ?? 0) * 1.5)
})
