import { existsSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Scenes } from '../../server/contract/wall.ts'
import { type Client, client } from '../support/client.ts'
import { inBrowser, type Visit } from './visit.ts'

/** The README's pictures of the wall, one of each scene, taken by `UPDATE_PICTURES=1`. A wall of 4K is drawn in software for half a minute, so
 *  that otherwise nothing is drawn here: wall.test.ts measures the layout of every scene. */
const isTaking = process.env.UPDATE_PICTURES !== undefined
const SCENES = [
  'overview',
  'lighting',
  'sanitation',
  'drainage',
  'waste-and-trucks',
  'complaints',
  'crews',
  'evaluation',
]
const fileOf = (scene: string): string => `test/e2e/pictures/wall-${scene}.webp`

inBrowser('the pictures of the wall', ({ visit }) => {
  const { id, cookie, commander } = inject('demoWall') ?? { id: '', cookie: '', commander: '' }
  const asking: Client = client((path, init) => fetch(inject('demoUrl') + path, init), commander)
  const call = (scene: string | null) => asking.post(`/api/screens/${id}/scene`, { scene })

  describe.runIf(isTaking)('taken anew', () => {
    let wall: Visit
    beforeAll(async () => {
      wall = await visit({ width: 3840, height: 2160 })
      const [name = '', value = ''] = cookie.split('=')
      await wall.page.context().addCookies([{ name, value, url: wall.origin }])
      await call(SCENES[0] ?? null)
      await wall.page.goto(`${wall.origin}/wall`)
    })
    afterAll(async () => {
      await call(null)
      await wall.page.context().close()
    })
    test.each(SCENES)('%s', { timeout: 240_000 }, async (scene) => {
      expect((await call(scene)).status).toBe(200)
      const picture = await sharp(await shoot(wall, scene))
        .webp({ quality: 62, effort: 4 })
        .toBuffer()
      writeFileSync(fileOf(scene), picture)
    })
  })

  test('there is one of each scene, and of nothing else', async () => {
    const { scenes } = (await asking.json('/api/wall/scenes')) as Scenes
    expect(scenes.map((scene) => scene.id)).toEqual(SCENES)
    expect(SCENES.filter((scene) => !existsSync(fileOf(scene)))).toEqual([])
  })
})

/** Once the map of the scene is complete and stands. */
async function shoot({ page }: Visit, scene: string): Promise<Buffer> {
  await page.locator(`.wall-frame[data-scene="${scene}"]`).waitFor({ timeout: 60_000 })
  // The map begins to ask a moment after the scene has changed.
  for (let still = 0; still < 2; still += 1) {
    await page.waitForTimeout(700)
    await page.locator('.wall-map-life[data-busy="false"][data-stands="true"]').waitFor({ timeout: 120_000 })
  }
  return page.screenshot({ timeout: 60_000 })
}
