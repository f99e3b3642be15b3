import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { buildPages } from '../bench/wall/build-pages.ts'
import { openWall, wallReady } from '../bench/wall/open-wall.ts'
import { wallHeals } from '../bench/wall-heals.ts'
import { wallSoak } from '../bench/wall-soak.ts'

const DIST = process.env.TEST_WEB_DIR ?? 'web/dist'
const chromium = inject('chromium')
const executablePath = chromium ?? undefined
const size: [number, number] = [480, 270]
/** Fewer refreshes say nothing. */
const FEWEST = 100

/** The short form of `npm run bench -- wall-soak`, which runs through a whole day of refreshes and holds the heap to 1.05: it ends by time, and judges
 *  what it got. */
test.skipIf(chromium === null)(
  'a wall holds as much after hundreds of refreshes as after the first of them',
  async () => {
    const given = { refreshes: 600, events: 1_740, speed: 48, size, mostMs: 60_000, webDir: DIST, executablePath }
    const { growth, minutes, scenes, redraws, faults, refreshes, events } = await wallSoak(given)
    console.log({ minutes, refreshes, events, scenes, redraws, growth })
    expect(faults).toEqual([])
    expect(refreshes).toBeGreaterThanOrEqual(FEWEST)
    expect(redraws).toBeGreaterThan(refreshes)
    // A list of the last hundred requests, a few more tiles: of a minute, these are more of the whole than of a day.
    expect(growth.heapMB).toBeLessThan(1.1)
    for (const what of ['nodes', 'listeners', 'textures', 'buffers'] as const)
      expect(growth[what], what).toBeLessThan(1.1)
  },
  300_000,
)

test.skipIf(chromium === null)(
  'a wall is right again, by its pixels, within 5 s of a lost context, of a restart and of a new build',
  async () => {
    const other = await buildPages(temporary('gridkeeper-build-'), 'other')
    const { rows } = await wallHeals({ losses: 2, restarts: 2, deploys: 1, webDirs: [DIST, other], executablePath })
    console.log(rows)
    for (const { harm, maxS, never } of rows) {
      expect(never, harm).toBe(0)
      expect(maxS, harm).toBeLessThan(5)
    }
  },
  240_000,
)

test.skipIf(chromium === null).each([
  ['the first script', /\/assets\/index-[^/]*\.js$/],
  ['a later one', /\/assets\/WallPage-[^/]*\.js$/],
])(
  'a wall to which %s does not come stays dark, and stands as soon as it can be had',
  async (_, missing) => {
    const wall = await openWall({ speed: 1, size, webDir: DIST, executablePath })
    onTestFinished(() => wall.close())
    const { page, town } = wall
    await page.route(missing, (route) => route.abort())
    await page.goto(`${town.origin}/wall`)
    await page.waitForTimeout(1_000)
    const ground = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')
    expect(ground).toBe('rgb(11, 18, 24)')
    expect(await page.locator('.wall-stage').count()).toBe(0)
    await page.unroute(missing)
    await wallReady(page, 60_000)
  },
  150_000,
)

function temporary(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), prefix))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
