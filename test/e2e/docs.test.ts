import { expect, onTestFinished, test } from 'vitest'
import { findChromium, launchBrowser } from '../support/browser.ts'
import { testCity } from '../support/test-city.ts'

const chromium = findChromium()

test.skipIf(!chromium && process.env.CI !== 'true')(
  'the documentation shows every operation under the security policy, and asks nothing of another host',
  async () => {
    if (!chromium) throw new Error('CI has no Chromium')
    const city = await testCity()
    const url = await city.listen()
    const browser = await launchBrowser(chromium)
    onTestFinished(() => browser.close())
    const page = await browser.newPage()
    const wrong: string[] = []
    page.on('console', (line) => line.type() === 'error' && wrong.push(line.text()))
    page.on('pageerror', (error) => wrong.push(String(error)))
    page.on('request', (request) => !request.url().startsWith(url) && wrong.push(request.url()))
    await page.goto(`${url}/docs`)
    await page.waitForSelector('.opblock')
    const { paths } = await city.json('/openapi.json')
    expect(await page.locator('.opblock').count()).toBe(Object.keys(paths).length)
    expect(wrong.filter((line) => !line.startsWith('data:'))).toEqual([])
  },
)
