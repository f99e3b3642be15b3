import { expect, test } from 'vitest'
import { expectClean, inBrowser } from './visit.ts'

inBrowser('the documentation', ({ visit }) => {
  test('shows every operation under the security policy, and asks nothing of another host', async () => {
    const reader = await visit()
    await reader.page.goto(`${reader.origin}/docs`)
    await reader.page.waitForSelector('.opblock')
    const { paths } = await (await fetch(`${reader.origin}/openapi.json`)).json()
    expect(await reader.page.locator('.opblock').count()).toBe(Object.keys(paths).length)
    expectClean(reader)
  })
})
