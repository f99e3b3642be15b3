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

/** Pixels a side of the blocks over which colours are averaged: an edge of a letter, drawn a grey level or two differently on another
 *  machine, does not matter; a lost dot of 3 px or another letter does. */
const BLOCK = 10
/** Of 255, of one colour of one block. Measured: the same page taken twice 0.2 at most; the lamps not drawn 37 by night and 5 by day, no
 *  审图号 27 to 51, the system's font in place of ours 15 to 94. */
const WORST_BLOCK = 3

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
    const worst = worstBlock(PNG.sync.read(readFileSync(path)), PNG.sync.read(now))
    expect(worst, `${path} is stale, look at it after: npm run pictures`).toBeLessThan(WORST_BLOCK)
  })
})

/** How far apart the two are where they differ most. */
function worstBlock(before: PNG, now: PNG): number {
  expect([now.width, now.height]).toEqual([before.width, before.height])
  const [a, b] = [blocksOf(before), blocksOf(now)]
  return a.reduce((worst, value, at) => Math.max(worst, Math.abs(value - (b[at] ?? 0))), 0)
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
