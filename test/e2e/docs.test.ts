import { expect, test } from 'vitest'
import { expectClean, inBrowser, PATIENTLY } from './visit.ts'

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
    // What lies far below is drawn once it is scrolled to.
    const shown = new Set<string>()
    const look = async (): Promise<number> => {
      for (const id of await reader.page.locator('.opblock').evaluateAll((all) => all.map(({ id }) => id)))
        shown.add(id)
      await reader.page.mouse.wheel(0, 600)
      return shown.size
    }
    await expect.poll(look, { ...PATIENTLY, interval: 100 }).toBe(operations.length)
    expectClean(reader)
  })
})
