import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { measureOf } from '../../web/atlas/tools/measure.ts'
import { askThings } from './ask-city.ts'
import { changed, differing, onPage, shoot, spotOf, viewIn } from './map-pixels.ts'
import { readCsv, takeFile } from './take-file.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

const LANDFILL = '索县生活垃圾填埋场'

inBrowser('who looks for a thing', ({ visit }) => {
  let clerk: Visit
  beforeAll(async () => {
    clerk = await visit({ width: 1280, height: 800 })
    await clerk.open('/?v=93.7858,31.8892,15&layers=none')
  })
  const card = () => clerk.page.getByRole('complementary', { name: '部件详情' })
  const heading = async (name: string) => card().getByRole('heading', { name, level: 2 }).waitFor()

  /** Types into the search as a person does, walks to the first hit that holds the words, and opens it. */
  const find = async (words: string, wanted: string) => {
    const { page } = clerk
    await page.keyboard.press('/')
    await page.keyboard.type(words)
    const hits = page.getByRole('option')
    const hit = hits.filter({ hasText: wanted }).first()
    await hit.waitFor()
    for (let step = 0; (await hit.getAttribute('aria-selected')) !== 'true'; step++) {
      expect(step).toBeLessThan(12)
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
  }

  test('finds it by name, by code, by road and by the first letters of its pinyin, with the keyboard alone', async () => {
    const { page } = clerk
    const [drain] = (await askThings(clerk.origin, 'drains')).things
    if (!drain) throw new Error('the demo city has no drains')
    await find(LANDFILL, '540626 L0501 000001')
    await heading(LANDFILL)
    await find(drain.id, drain.name)
    await heading(drain.name)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
    await find('嘎青路 路灯 012', '嘎青路 路灯 012')
    await heading('嘎青路 路灯 012')
    await find('zdtls', '540626 L0701')
    await heading('赞丹塔林寺')
    await find('binhelu', '滨河路')
    await clerk.settled()
    const { lng, lat } = viewIn(page.url())
    const [road] = (await askThings(clerk.origin, 'roads')).things.filter(({ name }) => name === '滨河路')
    expect(measureOf([[lng, lat], road?.place ?? [0, 0]]).metres).toBeLessThan(1500)
  })

  test('goes back to the thing before with the back button', async () => {
    await find(LANDFILL, '540626 L0501 000001')
    await heading(LANDFILL)
    await find('zdtls', '540626 L0701')
    await heading('赞丹塔林寺')
    await clerk.page.goBack()
    await heading(LANDFILL)
    await clerk.page.goForward()
    await heading('赞丹塔林寺')
  })

  test('copies a link that shows another person the same picture', async () => {
    const { page } = clerk
    await clerk.open('/?v=93.78,31.8885,16&layers=drains,truck-parking&only=problems&heat=complaints')
    await find(LANDFILL, '540626 L0501 000001')
    await heading(LANDFILL)
    await clerk.settled()
    await card().getByRole('button', { name: '复制链接' }).click()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toMatch(/layers=drains,truck-parking,landfills.*only=problems.*heat=complaints.*thing=/)
    await page.mouse.move(5, 5)
    const mine = await shoot(clerk)
    const colleague = await visit({ width: 1280, height: 800 })
    await colleague.page.goto(link)
    await colleague.settled()
    const theirs = await shoot(colleague)
    expect(await colleague.page.getByRole('heading', { level: 2, name: LANDFILL }).isVisible()).toBe(true)
    expect(changed(mine, theirs)).toBeLessThan(0.005)
    expectClean(colleague)
    await colleague.page.context().close()
  })

  test('lists what is in view, and takes it away as CSV and as GeoJSON', async () => {
    const { page } = clerk
    await clerk.open('/?v=93.7858,31.8892,17&layers=drains')
    await page.keyboard.press('l')
    const list = page.getByRole('region', { name: '列表' })
    // The list takes its room from the map, and what is in view is then less.
    await expect.poll(() => southOfList(list), PATIENTLY).toBeCloseTo(0, -1)
    await clerk.settled()
    const count = await countIn(list)
    expect(count).toBeGreaterThan(10)
    expect(await list.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(count + 1))
    const take = (name: string) => takeFile(page, () => list.getByRole('link', { name }).click())
    const rows = readCsv(await take('下载 CSV'))
    expect(rows).toHaveLength(count)
    const { features } = JSON.parse(await take('下载 GeoJSON'))
    expect(features.map(({ id }: { id: string }) => id).sort()).toEqual(rows.map(({ id }) => id).sort())
    await page.keyboard.press('+')
    await clerk.settled()
    await expect.poll(() => countIn(list), PATIENTLY).toBeLessThan(count)
  })

  test('sees a row on the map, opens it from there, and finds what was clicked on the map in the list', async () => {
    const { page } = clerk
    await clerk.open('/?v=93.787,31.888,12.8&layers=truck-parking&list=truck-parking')
    const [lot] = (await askThings(clerk.origin, 'truck-parking')).things.filter(({ name }) => /东郊/.test(name))
    if (!lot) throw new Error('the demo city has no truck park in the east')
    const row = page.getByRole('row').filter({ hasText: lot.name })
    const before = await shoot(clerk)
    await row.hover()
    await clerk.settled()
    expect(differing(before, await shoot(clerk), before.at(lot.place), 14)).toBeGreaterThan(30)
    await page.mouse.move(5, 5)
    const { x, y } = await onPage(clerk, lot.place)
    await page.mouse.click(x, y)
    await page.locator('[role="row"][aria-selected="true"]').filter({ hasText: lot.name }).waitFor()
    await page.keyboard.press('Escape')
    await row.click()
    await heading(lot.name)
    await clerk.settled()
    const there = viewIn(page.url())
    expect(there.zoom).toBeGreaterThanOrEqual(17)
    expect(measureOf([[there.lng, there.lat], lot.place]).metres).toBeLessThan(200)
  })

  test('measures a distance with the keyboard', async () => {
    const { page } = clerk
    await clerk.open('/?v=93.7858,31.8892,15&layers=none')
    const from = viewIn(page.url())
    await page.keyboard.press('m')
    await page.keyboard.press('Enter')
    await page.locator('.map-place canvas').focus()
    await page.keyboard.press('ArrowRight')
    await clerk.settled()
    const to = viewIn(page.url())
    await page.keyboard.press('Enter')
    const { metres } = measureOf([
      [from.lng, from.lat],
      [to.lng, to.lat],
    ])
    expect(metres).toBeGreaterThan(100)
    const said = await page.getByRole('region', { name: '量算' }).locator('b').first().innerText()
    expect(Math.abs(Number(said.replace(/ m$/, '')) - metres)).toBeLessThan(2)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('region', { name: '量算' }).count()).toBe(0)
  })

  test('met no error, no failed request and no request to another host in all that', () => expectClean(clerk))
})

/** How far the south-west corner of what is listed lies from that of the map, px. */
const southOfList = async (list: Locator): Promise<number> => {
  const href = await list.getByRole('link', { name: '下载 CSV' }).getAttribute('href')
  const [west = 0, south = 0] = new URLSearchParams(href?.split('?')[1]).get('bbox')?.split(',').map(Number) ?? []
  const box = await list.page().locator('.map-box').boundingBox()
  const { x, y } = spotOf([west, south], viewIn(list.page().url()), box ?? { width: 0, height: 0 })
  return Math.hypot(x, y - (box?.height ?? 0))
}

/** 视野内 84 条 */
const countIn = async (list: Locator): Promise<number> => {
  const words = list.getByText(/视野内 [\d,]+ 条/)
  await words.waitFor()
  return Number((await words.innerText()).replace(/\D/g, ''))
}
