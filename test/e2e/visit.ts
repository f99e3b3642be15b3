import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject } from 'vitest'
import { launchBrowser } from '../support/browser.ts'

/** A page of the product in a real browser, with a memory of what went wrong on it. */
export interface Visit {
  page: Page
  /** Opens an address of the product and waits until the map has drawn all it was asked for. */
  open(address?: string): Promise<void>
  /** Until the map is loaded, still and has drawn. */
  settled(): Promise<void>
  /** What should never be: errors in the console, failed requests, requests to other hosts. */
  faults: string[]
}

export interface Visitor {
  visit(options?: { width?: number; height?: number; ratio?: number }): Promise<Visit>
}

/** A suite in one browser; skipped where there is none (and the set-up has said so, or failed). */
export function inBrowser(title: string, suite: (visitor: Visitor) => void): void {
  const chromium = inject('chromium')
  describe.skipIf(chromium === null)(title, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchBrowser(chromium ?? '')
    })
    afterAll(() => browser?.close())
    suite({ visit: (options) => newVisit(browser, options) })
  })
}

async function newVisit(browser: Browser, { width = 1440, height = 900, ratio = 1 } = {}): Promise<Visit> {
  const origin = inject('demoUrl')
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: ratio,
    locale: 'zh-CN',
    timezoneId: 'America/New_York',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  })
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
    await page.waitForSelector('.map-box[aria-busy="false"]', { timeout: 60_000 })
  }
  return {
    ...{ page, faults, settled },
    async open(address = '/') {
      await page.goto(origin + address)
      await settled()
    },
  }
}

/** Nothing went wrong on the page. */
export const expectClean = ({ faults }: Visit): void => expect(faults).toEqual([])
