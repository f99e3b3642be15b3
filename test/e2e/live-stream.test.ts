import { expect, test } from 'vitest'
import { writeAssets } from '../../server/assets/write-assets.ts'
import { describeCity } from '../../server/store/describe-city.ts'
import type { Store } from '../../server/store/store.ts'
import { by, lamp, SUO } from '../support/entries.ts'
import { ownServer } from './own-server.ts'
import { inBrowser, PATIENTLY } from './visit.ts'

const fill = (store: Store): Promise<void> =>
  store.transaction(SUO, async (tx) => {
    const suo = { name: { zh: '索县', en: 'Suo' }, centre: [93.786, 31.886] as [number, number], zoom: 15 }
    await describeCity(tx, { ...suo, bounds: null, demo: true }, by({ actor: 'made:test' }))
    await writeAssets(tx, { added: [lamp(1), lamp(2), lamp(3)] }, by())
  })

const add = (store: Store, number: number): Promise<unknown> =>
  store.transaction(SUO, (tx) => writeAssets(tx, { added: [lamp(number)] }, by()))

inBrowser('the stream of a browser', ({ visit }) => {
  test('is one for all its tabs, and gone with the last of them', async () => {
    const { origin, store, streams } = await ownServer({ fill })
    const desk = await visit({ width: 900, height: 600, origin })
    await desk.page.goto(origin)
    const second = await desk.page.context().newPage()
    await second.goto(origin)
    const counts = [desk.page, second].map((page) =>
      page.locator('.layer-row').filter({ hasText: '路灯' }).first().locator('.layer-count').first(),
    )
    for (const count of counts) await expect.poll(() => count.innerText(), PATIENTLY).toBe('3')
    expect(streams()).toBe(1)
    await add(store, 4)
    for (const count of counts) await expect.poll(() => count.innerText(), PATIENTLY).toBe('4')
    await desk.page.close()
    await add(store, 5)
    await expect.poll(() => counts[1]?.innerText(), PATIENTLY).toBe('5')
    await second.close()
    await expect.poll(streams, PATIENTLY).toBe(0)
  })

  test('tells at once that the server is gone, and comes back to it by itself with all that changed', async () => {
    const { origin, store, streams, stop, start } = await ownServer({ fill })
    const { page } = await visit({ width: 900, height: 600, origin })
    await page.goto(origin)
    const count = page.locator('.layer-row').filter({ hasText: '路灯' }).first().locator('.layer-count').first()
    await expect.poll(() => count.innerText(), PATIENTLY).toBe('3')
    await expect.poll(streams, PATIENTLY).toBe(1)
    await stop()
    const stopped = performance.now()
    await page.getByText('连不上服务器').waitFor({ timeout: 4_000 })
    console.log(`the page said so after ${(performance.now() - stopped).toFixed(0)} ms`)
    await add(store, 4)
    await start()
    await expect.poll(() => count.innerText(), PATIENTLY).toBe('4')
    await expect.poll(() => page.getByText('连不上服务器').count(), PATIENTLY).toBe(0)
    await expect.poll(streams, PATIENTLY).toBe(1)
    await add(store, 5)
    await expect.poll(() => count.innerText(), { timeout: 3_000 }).toBe('5')
  })
})
