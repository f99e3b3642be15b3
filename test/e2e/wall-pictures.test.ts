import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, test as always, beforeAll, expect, inject } from 'vitest'
import type { Scenes } from '../../server/contract/wall.ts'
import { type Client, client } from '../support/client.ts'
import { inBrowser, type Visit } from './visit.ts'

/** The README's pictures of the wall are taken here, one of each scene. `UPDATE_PICTURES=1` writes them all. Otherwise two of them must still look
 *  like the wall of today: software draws a wall of 4K for seconds, and the layout of every scene is measured in wall.test.ts. */
const FOLDER = 'test/e2e/pictures'
const SIZE = { width: 3840, height: 2160 }
const ALL = ['overview', 'lighting', 'sanitation', 'drainage', 'waste-and-trucks', 'complaints', 'crews', 'evaluation']
const SCENES = process.env.UPDATE_PICTURES ? ALL : ['overview', 'evaluation']
const fileOf = (scene: string): string => `${FOLDER}/wall-${scene}.webp`
/** Before they were taken for the first time there is nothing to compare; from then on each that is missing is a fault. */
const isTaken = process.env.UPDATE_PICTURES !== undefined || ALL.some((scene) => existsSync(fileOf(scene)))
const test = isTaken ? always : always.skip
/** What goes on while the picture is taken: the second up to which it is true. */
const RUNNING = ['.wall-asof']

/** Pixels a side of the blocks over which colours are averaged, as in pictures.test.ts at a ratio of 2.4. */
const BLOCK = 24
/** Of 255, of one colour of one block; what is compared was packed alike. */
const WORST_BLOCK = 6

type Box = { x: number; y: number; width: number; height: number }

inBrowser('the pictures of the wall', ({ visit }) => {
  const { id, cookie, commander } = inject('demoWall') ?? { id: '', cookie: '', commander: '' }
  let wall: Visit
  let asking: Client
  const call = (scene: string | null) => asking.post(`/api/screens/${id}/scene`, { scene })
  beforeAll(async () => {
    if (!isTaken) return
    asking = client((path, init) => fetch(inject('demoUrl') + path, init), commander)
    wall = await visit(SIZE)
    const [name = '', value = ''] = cookie.split('=')
    await wall.page.context().addCookies([{ name, value, url: wall.origin }])
  })
  afterAll(async () => {
    if (!isTaken) return
    await call(null)
    await wall.page.context().close()
  })

  test.each(SCENES)('%s looks like the wall of today', { timeout: 240_000 }, async (scene) => {
    expect((await call(scene)).status).toBe(200)
    // From the same minute, and with nothing left of the scene before.
    await wall.page.goto(`${wall.origin}/wall`)
    const now = await pack(await picture(wall, scene))
    const path = fileOf(scene)
    if (process.env.UPDATE_PICTURES) {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(path, now)
    }
    expect(existsSync(path), `${path} is missing: npm run pictures`).toBe(true)
    const running = await Promise.all(RUNNING.map((one) => wall.page.locator(one).first().boundingBox()))
    const boxes = running.flatMap((box) => (box ? [box] : []))
    const [a, b] = [await blocksOf(readFileSync(path), boxes), await blocksOf(now, boxes)]
    expect(b.length).toBe(a.length)
    const worst = a.reduce((most, value, at) => Math.max(most, Math.abs(value - (b[at] ?? 0))), 0)
    expect(worst, `${path} is stale, look at it after: npm run pictures`).toBeLessThan(WORST_BLOCK)
  })

  test('the wall has the scenes that are pictured, and no others', async () => {
    const { scenes } = (await asking.json('/api/wall/scenes')) as Scenes
    expect(scenes.map((scene) => scene.id)).toEqual(ALL)
  })
})

/** Once the map of the scene is complete, and the camera, which rests between two moves, stands where the scene wants it. */
async function picture({ page }: Visit, scene: string): Promise<Buffer> {
  await page.locator(`.wall-frame[data-scene="${scene}"]`).waitFor({ timeout: 60_000 })
  // The map begins to ask a moment after the scene has changed.
  for (let still = 0; still < 2; ) {
    await page.waitForTimeout(700)
    const stands = page.locator('.wall-map-life[data-busy="false"][data-stands="true"][data-there="true"]')
    await stands.waitFor({ timeout: 120_000 })
    still += 1
  }
  return page.screenshot({ timeout: 60_000 })
}

const pack = (png: Buffer): Promise<Buffer> => sharp(png).webp({ quality: 62, effort: 4 }).toBuffer()

/** Mean of each colour in each block, row by row, but of those that something running touches. */
async function blocksOf(file: Buffer, but: readonly Box[]): Promise<number[]> {
  const { data, info } = await sharp(file).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  expect([info.width, info.height]).toEqual([SIZE.width, SIZE.height])
  const blocks: number[] = []
  for (let top = 0; top < info.height; top += BLOCK)
    for (let left = 0; left < info.width; left += BLOCK) {
      if (but.some((box) => touches(box, left, top))) continue
      const sums = [0, 0, 0]
      for (let y = top; y < top + BLOCK; y += 1)
        for (let x = left; x < left + BLOCK; x += 1)
          for (let channel = 0; channel < 3; channel += 1)
            sums[channel] = (sums[channel] ?? 0) + (data[(y * info.width + x) * 3 + channel] ?? 0)
      blocks.push(...sums.map((sum) => sum / BLOCK ** 2))
    }
  return blocks
}

const touches = ({ x, y, width, height }: Box, left: number, top: number): boolean =>
  left < x + width && x < left + BLOCK && top < y + height && y < top + BLOCK
