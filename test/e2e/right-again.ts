import type { Page } from 'playwright-core'
import { pictureOf, type WallPicture } from '../bench/wall/wall-picture.ts'

const GIVE_UP_MS = 30_000
const LOOK_EVERY_MS = 100

/** A wall that nothing moves on: two pictures one after another that are alike. */
export async function stillPicture(page: Page): Promise<WallPicture> {
  let before = await pictureOf(page)
  const from = performance.now()
  while (performance.now() - from < GIVE_UP_MS) {
    await page.waitForTimeout(400)
    const next = await pictureOf(page)
    if (!next.isBlank && next.like(before).isSame) return next
    before = next
  }
  throw new Error('the wall does not come to rest')
}

/** Milliseconds until a wall looks as before. */
export async function untilLike(page: Page, before: WallPicture): Promise<number> {
  const from = performance.now()
  let last: WallPicture | undefined
  while (performance.now() - from < GIVE_UP_MS) {
    const at = performance.now()
    // A page that is being left shows nothing.
    last = await pictureOf(page).catch(() => undefined)
    if (last && !last.isBlank && last.like(before).isSame) return at - from
    await page.waitForTimeout(LOOK_EVERY_MS)
  }
  throw new Error(`the wall is not right again: ${JSON.stringify(last?.like(before))}`)
}
