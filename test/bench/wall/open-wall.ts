import type { CDPSession, Page } from 'playwright-core'
import { findChromium, launchBrowser } from '../../support/browser.ts'
import { COPY_MAP, COUNT_WORK, runClockFast } from './page-clock.ts'
import { openWallTown, type WallTown } from './wall-town.ts'
import { type PageWeight, weighPage } from './weigh-page.ts'

export interface Wall {
  town: WallTown
  page: Page
  /** The clock of the server and of the page. */
  now(): Date
  /** Until its camera stands over the whole town. */
  overTown(): Promise<void>
  /** Until the page asks nothing of the server and the map has drawn all it has. */
  rest(): Promise<void>
  /** Its clocks go on after a rest. */
  wake(): Promise<void>
  weigh(): Promise<PageWeight>
  counts(): Promise<{ scenes: number; redraws: number; draws: number }>
  faults: string[]
  close(): Promise<void>
}

export interface WallOptions {
  speed: number
  size: [width: number, height: number]
  webDir: string
  /** Whether copies of the map's pixels are kept. */
  copies?: boolean
  executablePath?: string | undefined
}

/** Pixels of height. */
const SMALL = 480

/** A browser of its own with a paired wall in it, on a town of its own. Returns when the wall has drawn its map and its figures. */
export async function openWall({ speed, size: [width, height], webDir, ...of }: WallOptions): Promise<Wall> {
  const executablePath = of.executablePath ?? findChromium()
  if (!executablePath) throw new Error('no Chromium here: install it or set CHROMIUM_PATH')
  const real = Date.now()
  const now = (): Date => new Date(real + (Date.now() - real) * speed)
  const town = await openWallTown({ now, webDir })
  const browser = await launchBrowser(executablePath, { ofSmall: height < SMALL })
  const close = async (): Promise<void> => {
    await browser.close()
    await town.close()
  }
  try {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
    await context.addCookies([town.cookie])
    if (speed !== 1) await context.addInitScript(runClockFast(speed, real))
    await context.addInitScript(COUNT_WORK)
    if (of.copies) await context.addInitScript(COPY_MAP)
    const page = await context.newPage()
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => faults.push(`page: ${error.stack ?? error.message}`))
    await page.goto(`${town.origin}/wall`)
    await wallReady(page).catch((error: Error) => {
      throw new Error(`${error.message}\n${faults.slice(0, 10).join('\n')}`)
    })
    const session = await context.newCDPSession(page)
    if (speed !== 1) await hastenStyles(page, session, speed)
    return {
      ...{ town, page, now, faults, close },
      overTown: () => page.locator(OVER_TOWN).waitFor({ state: 'attached', timeout: REST_MOST_MS }),
      rest: () => restOf(page),
      wake: () => page.evaluate('window.wallHeld = false'),
      weigh: () => weighPage(page, session),
      async counts() {
        const counted = (await page.evaluate('[window.wallRedraws, window.wallDraws]')) as [number, number]
        return { scenes: town.scenesShown(), redraws: counted[0], draws: counted[1] }
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** What style sheets move goes by the browser's own clock, which is to go as fast as the page's: a mark that comes in would else be drawn for forty
 *  seconds of a wall's time. A page that was loaded anew is told again. */
async function hastenStyles(page: Page, session: CDPSession, playbackRate: number): Promise<void> {
  const hasten = () => session.send('Animation.setPlaybackRate', { playbackRate }).catch(() => undefined)
  page.on('domcontentloaded', () => void hasten())
  await hasten()
}

/** The wall stands, with a map in it. */
export async function wallReady(page: Page, timeout = 60_000): Promise<void> {
  await page.locator('.wall-stage canvas.maplibregl-canvas').first().waitFor({ timeout })
}

const OVER_TOWN = '.wall-map-life[data-aim="city"][data-stands="true"]'
const LOOK_MS = 100
/** So many looks one after another. */
const STILL = 6
const REST_MOST_MS = 40_000

async function restOf(page: Page): Promise<void> {
  await page.evaluate('window.wallHeld = true')
  const from = performance.now()
  let [still, last] = [0, -1]
  while (still < STILL && performance.now() - from < REST_MOST_MS) {
    await page.waitForTimeout(LOOK_MS)
    const [draws, busy] = (await page.evaluate(
      `[window.wallDraws, window.wallAsked > 0 || document.querySelector('.wall-map-life')?.dataset.busy !== 'false']`,
    )) as [number, boolean]
    still = busy || draws !== last ? 0 : still + 1
    last = draws
  }
}
