import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { buildPages } from '../bench/wall/build-pages.ts'
import { client } from '../support/client.ts'
import { beforeServer } from './before-server.ts'
import { loseContext } from './lose-context.ts'
import { stillPicture, untilLike } from './right-again.ts'
import { inBrowser, type Visitor } from './visit.ts'

const MOST_MS = 5_000

async function temporary(prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The short form of `npm run bench -- wall-heals`. */
inBrowser('a wall that was harmed', (visitor: Visitor) => {
  test('is right again by its pixels within 5 s of a lost context, of a server that went and of a new build, all by itself (W2, W4)', async () => {
    const { id, cookie, commander } = inject('demoWall')
    const demo = inject('demoUrl')
    const remote = client((path, init) => fetch(demo + path, init), commander)
    const call = async (scene: string | null): Promise<void> =>
      expect((await remote.post(`/api/screens/${id}/scene`, { scene })).status).toBe(200)
    await call('overview')
    onTestFinished(() => call(null))
    const building = buildPages(await temporary('gridkeeper-build-'), 'other')
    const before = await beforeServer(demo, process.env.TEST_WEB_DIR ?? 'web/dist')
    onTestFinished(before.close)
    const { page } = await visitor.visit({ origin: before.origin, width: 800, height: 450 })
    const [name = '', value = ''] = cookie.split('=')
    await page.context().addCookies([{ name, value, url: before.origin }])
    await page.goto(`${before.origin}/wall`)
    const stands = page.locator('.wall-map-life[data-busy="false"][data-stands="true"][data-there="true"]')
    await stands.waitFor({ timeout: 60_000 })
    const right = await stillPicture(page)
    const healed: Record<string, number> = {}

    await loseContext(page.locator('canvas.maplibregl-canvas'))
    healed.context = await untilLike(page, right)

    const stamped = () => page.evaluate('globalThis.wallStamp')
    const [asked, stamp] = [before.figures(), await stamped()]
    await before.goAway()
    await page.waitForTimeout(1_000)
    await before.comeBack()
    const back = performance.now()
    await expect.poll(before.figures, { timeout: 5_000, interval: 50 }).toBeGreaterThan(asked)
    healed.server = performance.now() - back + (await untilLike(page, right))
    expect(await stamped()).toBe(stamp)

    const other = await building
    const left = page.waitForEvent('framenavigated', { timeout: 60_000 })
    await before.goAway()
    await before.deploy(other)
    await before.comeBack()
    await left
    healed.build = await untilLike(page, right)
    expect(await stamped()).toBe('other')

    console.log('right again after ms', healed)
    for (const [harm, ms] of Object.entries(healed)) expect(ms, harm).toBeLessThan(MOST_MS)
  })
})
