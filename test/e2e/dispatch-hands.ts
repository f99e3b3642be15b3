import type { Locator } from 'playwright-core'
import type { LngLat } from '../../server/contract/geo.ts'
import type { DispatchCity } from './dispatch-city.ts'
import { type Spot, spotOf, viewIn } from './map-pixels.ts'
import type { Visit } from './visit.ts'

/** What somebody does at the desk, counted: a click, a key, a line of text is one act. */
export function countedHands({ page }: Visit) {
  let acts = 0
  return {
    get acts() {
      return acts
    },
    click: (on: Locator, options?: Parameters<Locator['click']>[0]) => {
      acts++
      return on.click(options)
    },
    press: (key: string) => {
      acts++
      return page.keyboard.press(key)
    },
    type: (into: Locator, text: string) => {
      acts++
      return into.fill(text)
    },
  }
}

export const queueRow = ({ page }: Visit, id: string): Locator => page.locator(`#queue-${id}`)
export const outcome = ({ page }: Visit): Locator => page.locator('.outcome-bar p[role="status"]')

/** Opens the desk; the queue is there, the map may still be on its way. */
export async function openDispatch({ page, origin }: Visit, query = ''): Promise<void> {
  await page.goto(`${origin}/dispatch${query}`)
  await page.locator('.queue-row').first().waitFor()
}

/** Another address of the desk that is open, as a link leads to it. What was done and chosen before is put away. */
export async function goWithin({ page }: Visit, query: string): Promise<void> {
  const close = page.locator('.outcome-acts button').last()
  if (await close.isVisible()) await close.click()
  const clear = page.locator('.bulk-bar button').last()
  if (await clear.isVisible()) await clear.click()
  await page.evaluate((to) => history.pushState({}, '', to), `/dispatch${query}`)
  await page.waitForTimeout(50)
}

/** Unix ms at which a page had something with these words, or had nothing of it any more (`undefined`); by its document, not by what has been
 *  painted: a machine that paints in software is behind. */
export const whenSays = ({ page }: Visit, selector: string, words: string | undefined): Promise<number> =>
  page.evaluate(
    ([of, wanted]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const found = [...document.querySelectorAll(of)]
          const is = wanted === null ? found.length === 0 : found.some((one) => one.textContent?.includes(wanted))
          if (!is) return
          watch.disconnect()
          resolve(performance.timeOrigin + performance.now())
        }
        const watch = new MutationObserver(look)
        watch.observe(document, { subtree: true, childList: true, characterData: true })
        look()
      }),
    [selector, words ?? null] as const,
  )

/** Presses it; Unix ms at which its page heard the click. */
export async function clickedAt(button: Locator): Promise<number> {
  const heard = button.evaluate(
    (element) =>
      new Promise<number>((resolve) =>
        element.addEventListener('click', () => resolve(performance.timeOrigin + performance.now()), { once: true }),
      ),
  )
  await button.click()
  return heard
}

/** Until the desk's map has drawn all and stands still. */
export const mapStill = async ({ page }: Visit): Promise<void> => {
  for (let still = 0; still < 2; ) {
    await page.waitForSelector('.desk-map[aria-busy="false"]')
    await page.waitForTimeout(120)
    still = (await page.locator('.desk-map').getAttribute('aria-busy')) === 'false' ? still + 1 : 0
  }
}

/** Where places of the map are on the page as it stands, to be pointed at. */
export async function placesOn({ page }: Visit): Promise<(place: LngLat) => Spot> {
  const box = await page.locator('.desk-map').boundingBox()
  if (!box) throw new Error('the desk has no map')
  const view = viewIn(page.url())
  return (place) => {
    const { x, y } = spotOf(place, view, box)
    return { x: box.x + x, y: box.y + y }
  }
}

/** Draws with the left button down through all these points; `keys` are held. */
export async function drawLine({ page }: Visit, path: readonly Spot[], keys: readonly 'Shift'[] = []): Promise<void> {
  const [first, ...rest] = path
  if (!first) return
  for (const key of keys) await page.keyboard.down(key)
  await page.mouse.move(first.x, first.y)
  await page.mouse.down()
  for (const { x, y } of rest) await page.mouse.move(x, y, { steps: 8 })
  await page.mouse.up()
  for (const key of keys) await page.keyboard.up(key)
}

/** What the desk sends while somebody does something, as the server gets it. */
export async function sentBy({ page }: Visit, does: () => Promise<unknown>): Promise<unknown> {
  const asked = page.waitForRequest('**/api/cases/actions')
  await does()
  return (await asked).postDataJSON()
}

/** Before the next act on cases reaches the server, others are faster. */
export const beforeActing = ({ page }: Visit, work: () => Promise<unknown>): Promise<unknown> =>
  page.route(
    '**/api/cases/actions',
    async (route) => {
      await work()
      await route.continue()
    },
    { times: 1 },
  )

/** The chosen rows of the whole queue, which draws only those in sight. */
export async function chosenIn({ page }: Visit): Promise<string[]> {
  const chosen = new Set<string>()
  const frame = page.locator('.queue-frame')
  for (let top = 0, end = 1; top < end; top += 500) {
    end = await frame.evaluate((element, y) => {
      element.scrollTop = y
      return element.scrollHeight
    }, top)
    await page.waitForTimeout(60)
    const ids = await page.locator('.queue-row.is-chosen .queue-open').evaluateAll((rows) => rows.map(({ id }) => id))
    for (const id of ids) chosen.add(id.replace('queue-', ''))
  }
  return [...chosen].sort()
}

/** What stands of a case behind a dispatch, whichever way it went. */
export async function asDispatched({ read }: DispatchCity, id: string): Promise<unknown> {
  const { status, crewId, dispatchedAt, clocks } = await read(id)
  return {
    ...{ status, crewId, dispatchedAt },
    clocks: clocks.map(({ stage, endedAt, pausedAt }) => ({ stage, endedAt, pausedAt })),
  }
}

/** Whether a point lies in a ring, by how often a line from it crosses the ring. */
export const inside = ({ x, y }: Spot, ring: readonly Spot[]): boolean =>
  ring.reduce((is, a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a
    const crosses = a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x
    return crosses ? !is : is
  }, false)
