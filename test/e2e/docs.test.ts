import { expect, test } from 'vitest'
import { expectClean, inBrowser } from './visit.ts'

/** The rest of a path's keys are its parameters and words. */
const METHODS = /^(get|put|post|patch|delete|head|options|trace)$/

inBrowser('the documentation', ({ visit }) => {
  test('shows every operation under the security policy, and asks nothing of another host', async () => {
    const reader = await visit()
    await reader.page.goto(`${reader.origin}/docs`)
    await reader.page.waitForSelector('.opblock')
    const { paths } = await (await fetch(`${reader.origin}/openapi.json`)).json()
    const operations = Object.values<object>(paths).flatMap((path) =>
      Object.keys(path).filter((of) => METHODS.test(of)),
    )
    expect(await reader.page.locator('.opblock').count()).toBe(operations.length)
    expectClean(reader)
  })
})
