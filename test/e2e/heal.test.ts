import { beforeAll, expect, test } from 'vitest'
import { askThings } from './ask-city.ts'
import { loseContext } from './lose-context.ts'
import { brightness, changed, inMiddle, type MapShot, onPage, shoot, viewIn } from './map-pixels.ts'
import { expectClean, inBrowser, PATIENTLY, type Visit } from './visit.ts'

/** What the page may take longer to heal than it took to load, on any machine. */
const GRACE_MS = 1_000

inBrowser('a screen whose graphics card forgets the map', ({ visit }) => {
  let wall: Visit
  let firstLoad = 0
  let before: MapShot
  let reported = 0
  beforeAll(async () => {
    wall = await visit({ width: 960, height: 640 })
    const begun = performance.now()
    await wall.page.goto(`${wall.origin}/?v=93.7858,31.8892,15.3&layers=streetlights,drains,bins,toilets&only=problems`)
    await wall.page.waitForSelector('.map-box[aria-busy="false"]')
    firstLoad = performance.now() - begun
    await wall.settled()
    before = await shoot(wall)
    reported = await reportedLosses(wall.origin)
  })

  test('has the same picture again in about the time of the first load, though the context never comes back', async () => {
    const { page } = wall
    const address = page.url()
    const begun = performance.now()
    await loseContext(page.locator('.map-place canvas'))
    await page.waitForSelector('[data-context-losses="1"][aria-busy="false"]')
    const healed = performance.now() - begun
    console.log(`first load ${firstLoad.toFixed(0)} ms, healed in ${healed.toFixed(0)} ms`)
    await wall.settled()
    const after = await shoot(wall)
    expect(changed(before, after)).toBeLessThan(0.005)
    expect(viewIn(page.url())).toEqual(viewIn(address))
    expect(page.url()).toBe(address)
    await expect.poll(() => reportedLosses(wall.origin), PATIENTLY).toBe(reported + 1)
    expect(healed).toBeLessThan(firstLoad + GRACE_MS)
  })

  test('can be clicked, dragged and zoomed after that', async () => {
    const { page, origin } = wall
    const { things } = await askThings(origin, 'drains')
    const due = things.find(({ status, place }) => status === 'dredge-due' && inMiddle(before, place))
    if (!due) throw new Error('no drain in view is due')
    const { x, y } = await onPage(wall, due.place)
    await page.mouse.click(x, y)
    await page.getByRole('complementary', { name: '部件详情' }).getByRole('heading', { name: due.name }).waitFor()
    await page.keyboard.press('Escape')
    await wall.settled()
    const { lng, zoom } = viewIn(page.url())
    const box = await page.locator('.map-box').boundingBox()
    if (!box) throw new Error('there is no map on the page')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2 - 120, box.y + box.height / 2, { steps: 6 })
    await page.mouse.up()
    await expect.poll(() => viewIn(page.url()).lng, PATIENTLY).toBeGreaterThan(lng + 0.0003)
    await page.keyboard.press('+')
    await expect.poll(() => viewIn(page.url()).zoom, PATIENTLY).toBeGreaterThan(zoom + 0.2)
  })

  test('counts the losses, and gives a card that goes on losing time instead of fighting it', async () => {
    const { page } = wall
    for (const losses of [2, 3, 4]) {
      await loseContext(page.locator('.map-place canvas'))
      await page.waitForSelector(`[data-context-losses="${losses}"][aria-busy="false"]`)
    }
    await loseContext(page.locator('.map-place canvas'))
    await page.getByText('显卡丢失了地图，2 秒后重画').waitFor()
    expect(await page.locator('.layer-row').count()).toBeGreaterThan(10)
    await page.waitForSelector('[data-context-losses="5"][aria-busy="false"]')
    expect(await page.getByText('显卡丢失了地图').count()).toBe(0)
    await expect.poll(() => reportedLosses(wall.origin), PATIENTLY).toBe(reported + 5)
    await wall.settled()
    expect(brightness(await shoot(wall))).toBeGreaterThan(100)
  })

  test('met no error, no failed request and no request to another host in all that', () => expectClean(wall))
})

/** What the server has counted of all screens since it started. */
async function reportedLosses(origin: string): Promise<number> {
  const metrics = await (await fetch(`${origin}/metrics`)).text()
  return Number(/^gridkeeper_screen_faults_total\{fault="context-lost"\} (\d+)$/m.exec(metrics)?.[1])
}
