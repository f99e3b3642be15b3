import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inBrowser, type Visit } from './visit.ts'

/** The README's pictures are taken here. `UPDATE_PICTURES=1` writes them; otherwise each must still look like the page of today. */
const FOLDER = 'test/e2e/pictures'
const PICTURES = [
  ['town-dark', '/?theme=dark'],
  ['town-light', '/?theme=light&lang=en&v=93.7858,31.8905,16.2'],
  ['heat', '/?theme=light&lang=en&heat=complaints'],
] as const

/** Blocks a side over which colours are averaged, so that another machine's edges of letters do not matter, but a lost panel does. */
const BLOCK = 36
/** Of 255, for one block and for the mean of all. Measured: the left panel emptied gives 38 to 69 and 1.6 to 2.0, the map emptied 35 to 111
 *  and 6.6 to 22; the same page taken twice gives 0. */
const WORST_BLOCK = 25
const MEAN = 1.5

inBrowser('the pictures of the README', ({ visit }) => {
  let seen: Visit
  beforeAll(async () => {
    seen = await visit()
  })
  afterAll(() => seen.page.close())

  test.each(PICTURES)('%s looks like the page of today', async (name, address) => {
    await seen.open(address)
    const now = await seen.page.screenshot()
    const path = `${FOLDER}/${name}.png`
    if (process.env.UPDATE_PICTURES) {
      mkdirSync(FOLDER, { recursive: true })
      writeFileSync(path, now)
    }
    const stale = differenceOf(PNG.sync.read(readFileSync(path)), PNG.sync.read(now))
    const advice = `${path} is stale: UPDATE_PICTURES=1 npx vitest run --project e2e pictures`
    expect(stale.worst, advice).toBeLessThan(WORST_BLOCK)
    expect(stale.mean, advice).toBeLessThan(MEAN)
  })
})

function differenceOf(before: PNG, now: PNG): { worst: number; mean: number } {
  expect([now.width, now.height]).toEqual([before.width, before.height])
  const [a, b] = [blocksOf(before), blocksOf(now)]
  const differences = a.map((value, at) => Math.abs(value - (b[at] ?? 0)))
  return {
    worst: Math.max(...differences),
    mean: differences.reduce((sum, value) => sum + value, 0) / differences.length,
  }
}

/** Mean of each colour in each block, row by row. */
function blocksOf({ width, height, data }: PNG): number[] {
  const blocks: number[] = []
  for (let top = 0; top < height; top += BLOCK)
    for (let left = 0; left < width; left += BLOCK) {
      const sums = [0, 0, 0]
      let count = 0
      for (let y = top; y < Math.min(top + BLOCK, height); y += 1)
        for (let x = left; x < Math.min(left + BLOCK, width); x += 1) {
          const at = (y * width + x) * 4
          for (let channel = 0; channel < 3; channel += 1)
            sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0)
          count += 1
        }
      blocks.push(...sums.map((sum) => sum / count))
    }
  return blocks
}
