import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

/** A page of the product in a real browser, with a memory of what went wrong on it. */
export interface Visit {
  page: Page
  /** Scheme, host and port of the server. */
  origin: string
  /** Opens an address of the product and waits until the map has drawn all it was asked for. */
  open(address?: string): Promise<void>
  /** Until the map is loaded, has drawn and stays still. */
  settled(): Promise<void>
  /** What should never be: errors in the console, failed requests, requests to other hosts. */
  faults: string[]
}

export interface VisitOptions {
  width?: number
  height?: number
  ratio?: number
  /** Another server than that of the demo city. */
  origin?: string
}

export interface Visitor {
  visit(options?: VisitOptions): Promise<Visit>
}

/** One for all files, which run one after another in one process; it ends with that. A start takes a second and more. */
let shared: Browser | undefined

/** A suite in the browser; skipped where there is none (and the set-up has said so, or failed). Nothing of one suite's visits is left for the next. */
export function inBrowser(title: string, suite: (visitor: Visitor) => void): void {
  const chromium = inject('chromium')
  describe.skipIf(chromium === null)(title, () => {
    const contexts: BrowserContext[] = []
    let browser: Browser
    beforeAll(async () => {
      if (!shared?.isConnected()) shared = await launchBrowser(chromium ?? '')
      browser = shared
    })
    afterAll(async () => {
      for (const context of contexts) await context.close()
    })
    suite({
      async visit(options) {
        const visit = await newVisit(browser, options)
        contexts.push(visit.page.context())
        return visit
      },
    })
  })
}

async function newVisit(
  browser: Browser,
  { width = 1440, height = 900, ratio = 1, origin = inject('demoUrl') }: VisitOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: ratio,
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await context.addInitScript(setClock, Date.parse(inject('demoNow')))
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) faults.push(`left the host: ${url}`)
  })
  page.on('requestfailed', (request) => {
    // A tile that scrolled out of view is given up on purpose.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`)
  })
  const settled = async () => {
    const busy = page.locator('.map-box')
    // A change reaches the map some frames after the key or the click: it is still when it was so twice.
    for (let still = 0; still < 2; ) {
      await page.waitForSelector('.map-box[aria-busy="false"]', { timeout: 60_000 })
      await page.waitForTimeout(SETTLE_MS)
      still = (await busy.getAttribute('aria-busy')) === 'false' ? still + 1 : 0
    }
  }
  return {
    ...{ page, origin, faults, settled },
    async open(address = '/') {
      await page.goto(origin + address)
      await settled()
    },
  }
}

/** Longer than useMapView waits before it writes the address. */
const SETTLE_MS = 150

/** The page lives in the evening that the demo city is of; its clock runs on from there. Playwright's own clock would also take over
 *  the timers that MapLibre draws by. */
function setClock(now: number): void {
  const real = Date.now
  const ahead = now - real()
  Date.now = () => real() + ahead
  globalThis.Date = new Proxy(Date, {
    construct: (Real, of) => Reflect.construct(Real, of.length > 0 ? of : [Real.now()]),
  })
}

/** For `expect.poll`, whose own second is too short where two cores draw WebGL in software. */
export const PATIENTLY = { timeout: 15_000 }

/** Nothing went wrong on the page. */
export const expectClean = ({ faults }: Visit): void => expect(faults).toEqual([])
